package vn.kt1.gateway.directory;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** A block of keys in a configuration file. It knows the line of each, so that faults name it. */
final class YamlBlock {

  /** A text and its line; blank where nothing was written. */
  record Scalar(String text, int line) {
    boolean blank() {
      return text.isBlank();
    }
  }

  private record Entry(Scalar key, Node value) {}

  private final Path file;
  private final List<BadConfiguration.Fault> faults;
  private final int start;
  private final Map<String, Entry> entries = new LinkedHashMap<>();

  private YamlBlock(Path file, List<BadConfiguration.Fault> faults, MappingNode block) {
    this.file = file;
    this.faults = faults;
    this.start = block.getStartMark().getLine() + 1;
    for (NodeTuple pair : block.getValue()) {
      Scalar key = scalar(pair.getKeyNode());
      entries.put(key.text(), new Entry(key, pair.getValueNode()));
    }
  }

  /** The whole file; null where it is no YAML of keys. */
  static @Nullable YamlBlock of(Path file, List<BadConfiguration.Fault> faults) {
    try (Reader text = Files.newBufferedReader(file)) {
      Node root = new Yaml(new LoaderOptions()).compose(text);
      return root instanceof MappingNode all ? new YamlBlock(file, faults, all) : null;
    } catch (IOException | YAMLException e) {
      return null; // told by YamlFile
    }
  }

  void fault(int line, String wrong, String write) {
    faults.add(new BadConfiguration.Fault(file.toString(), line, wrong, write));
  }

  /** Tells every key that is none of these. */
  void onlyKeys(Collection<String> allowed) {
    for (Scalar key : keys()) {
      if (!allowed.contains(key.text())) {
        fault(key.line(), "unknown key " + key.text(), DidYouMean.of(key.text(), allowed));
      }
    }
  }

  /** Tells each of these keys that is not there. */
  void neededKeys(Collection<String> needed) {
    for (String key : needed) {
      if (!entries.containsKey(key)) {
        fault(start, "the key " + key + " is missing", key + ": …");
      }
    }
  }

  List<Scalar> keys() {
    return entries.values().stream().map(Entry::key).toList();
  }

  /** Null where the key is not there; a fault where it holds no keys itself. */
  @Nullable YamlBlock block(String key) {
    YamlBlock block = blockIfAny(key);
    if (block == null && entries.containsKey(key)) {
      int line = entries.get(key).key().line();
      fault(line, key + " holds no keys", "key: value, or leave " + key + " out");
    }
    return block;
  }

  @Nullable YamlBlock blockIfAny(String key) {
    Entry entry = entries.get(key);
    return entry != null && entry.value() instanceof MappingNode block
        ? new YamlBlock(file, faults, block)
        : null;
  }

  /** The first line of the block. */
  int line() {
    return start;
  }

  /** The blocks of a list; faults where it is empty or holds other things. */
  List<YamlBlock> blocks(String key) {
    Entry entry = entries.get(key);
    if (entry == null) {
      return List.of();
    }
    List<YamlBlock> blocks = new ArrayList<>();
    if (entry.value() instanceof SequenceNode list) {
      for (Node one : list.getValue()) {
        if (one instanceof MappingNode block) {
          blocks.add(new YamlBlock(file, faults, block));
        }
      }
      if (!blocks.isEmpty() && blocks.size() == list.getValue().size()) {
        return blocks;
      }
    }
    fault(entry.key().line(), key + " is no list of blocks", "- key: value");
    return List.of();
  }

  /** Null where the key is not there; a fault where its value is blank or no text. */
  @Nullable Scalar text(String key) {
    Entry entry = entries.get(key);
    return entry == null ? null : filled(key, entry.value());
  }

  /** The texts of a list; faults where it is empty or holds other things. */
  List<Scalar> texts(String key) {
    Entry entry = entries.get(key);
    if (entry == null) {
      return List.of();
    }
    List<Scalar> texts = new ArrayList<>();
    if (entry.value() instanceof SequenceNode list && !list.getValue().isEmpty()) {
      for (Node one : list.getValue()) {
        Scalar text = filled(key, one);
        if (text != null) {
          texts.add(text);
        }
      }
    } else {
      fault(entry.key().line(), key + " is no list", key + ": [a, b]");
    }
    return texts;
  }

  private @Nullable Scalar filled(String key, Node value) {
    Scalar text = scalar(value);
    if (value instanceof ScalarNode && !text.text().isEmpty()) {
      return text;
    }
    fault(text.line(), key + " has no value", "a text, in quotes where it holds other signs");
    return null;
  }

  private static Scalar scalar(Node node) {
    boolean written = node instanceof ScalarNode && !node.getTag().equals(Tag.NULL);
    return new Scalar(
        written ? ((ScalarNode) node).getValue() : "", node.getStartMark().getLine() + 1);
  }
}
