package vn.kt1.gateway.directory.file;

import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.Tag;
import vn.kt1.gateway.directory.BadConfiguration.Fault;
import vn.kt1.gateway.directory.DidYouMean;

/** A block of keys in a YAML file. It knows the line of each key, so that a fault names it. */
final class YamlBlock {

  private final Path file;
  private final List<Fault> faults;
  private final int line;
  private final Map<String, NodeTuple> pairs = new LinkedHashMap<>();
  private boolean broken;

  YamlBlock(Path file, List<Fault> faults, MappingNode block) {
    this.file = file;
    this.faults = faults;
    this.line = lineOf(block);
    for (NodeTuple pair : block.getValue()) {
      Scalar key = scalar(pair.getKeyNode());
      if (pairs.putIfAbsent(key.text(), pair) != null) {
        fault(key.line(), "Duplicate field '" + key.text() + "'", "a value for each key once");
      }
    }
  }

  static int lineOf(Node node) {
    return node.getStartMark().getLine() + 1;
  }

  /** Its text, or none where nothing or more than a text is written. */
  static Scalar scalar(Node node) {
    String text = node instanceof ScalarNode one && !blank(node) ? one.getValue() : "";
    return new Scalar(text, lineOf(node));
  }

  /** Whether nothing is written there, or {@code ~}. */
  static boolean blank(Node node) {
    return node.getTag().equals(Tag.NULL);
  }

  Path file() {
    return file;
  }

  /** The line on which the block begins. */
  int line() {
    return line;
  }

  List<Scalar> keys() {
    return pairs.keySet().stream().map(this::key).toList();
  }

  /** The key as it is written; where it is not, it has the line of the block. */
  Scalar key(String key) {
    NodeTuple pair = pairs.get(key);
    return pair == null ? new Scalar(key, line) : scalar(pair.getKeyNode());
  }

  @Nullable Node value(String key) {
    NodeTuple pair = pairs.get(key);
    return pair == null ? null : pair.getValueNode();
  }

  /** Tells every key that is none of these. */
  void only(Collection<Scalar> written, Collection<String> allowed) {
    for (Scalar key : written) {
      if (!allowed.contains(key.text())) {
        fault(key.line(), "unknown key " + key.text(), DidYouMean.of(key.text(), allowed));
      }
    }
  }

  /**
   * @param otherwise what is told of a text that is none of the allowed ones
   */
  boolean isOneOf(Collection<String> allowed, Scalar text, String otherwise) {
    boolean good = allowed.contains(text.text());
    if (!good) {
      fault(text, otherwise, DidYouMean.of(text.text(), allowed));
    }
    return good;
  }

  /** Whether a key that is needed is missing, or has no value that can be read. */
  boolean broken() {
    return broken;
  }

  void setBroken() {
    broken = true;
  }

  /**
   * @param key one that stands in this block
   */
  void fault(String key, String wrong, String write) {
    fault(key(key).line(), wrong, write);
  }

  /**
   * @param wrong goes on where the text ends: {@code is no column}
   */
  void fault(Scalar text, String wrong, String write) {
    fault(text.line(), text.text() + " " + wrong, write);
  }

  void fault(int where, String wrong, String write) {
    faults.add(new Fault(file.toString(), where, wrong, write));
  }
}
