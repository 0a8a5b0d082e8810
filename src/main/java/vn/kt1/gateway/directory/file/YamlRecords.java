package vn.kt1.gateway.directory.file;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import vn.kt1.gateway.directory.BadConfiguration.Fault;
import vn.kt1.gateway.directory.PlainText;

/**
 * Fills a record from a block of a YAML file: its components are the keys, and no other key may
 * stand there. A component of type {@link YamlBlock} is no key: it gets the block itself, by which
 * the checks of the record tell faults.
 *
 * <p>A key may hold what {@link YamlKind} knows, a block (another record), a list, a set, or a map
 * whose keys are free ({@code Map<Scalar, …>}). A key that is left out is null, false or empty.
 */
final class YamlRecords {

  /** What a key that is left out is; null for every other type. */
  private static final Map<Class<?>, Object> LEFT_OUT =
      Map.of(boolean.class, false, List.class, List.of(), Set.class, Set.of(), Map.class, Map.of());

  private final Path file;
  private final List<Fault> faults;

  YamlRecords(Path file, List<Fault> faults) {
    this.file = file;
    this.faults = faults;
  }

  /**
   * @param always make the record although a needed key has no value
   * @return null where there is no record, and a fault was told
   */
  <T extends Record> @Nullable T filled(Class<T> type, MappingNode node, boolean always) {
    YamlBlock block = new YamlBlock(file, faults, node);
    RecordComponent[] components = type.getRecordComponents();
    block.only(
        block.keys(),
        Arrays.stream(components)
            .filter(component -> component.getType() != YamlBlock.class)
            .map(RecordComponent::getName)
            .toList());
    Object[] values =
        Arrays.stream(components).map(component -> component(component, block)).toArray();
    return block.broken() && !always ? null : made(type, components, values, block);
  }

  private @Nullable Object component(RecordComponent component, YamlBlock block) {
    if (component.getType() == YamlBlock.class) {
      return block;
    }
    Key rule = component.getAnnotation(Key.class);
    boolean needed = rule != null && rule.needed();
    boolean empty = rule != null && rule.empty();
    String key = component.getName();
    Node node = block.value(key);
    Object value = null;
    if (node == null && needed) {
      block.fault(block.line(), "the key " + key + " is missing", key + ": …");
    } else if (node != null && !(empty && !needed && YamlBlock.blank(node))) {
      value = value(component.getGenericType(), block.key(key), node, empty);
    }
    if (value == null && needed) {
      block.setBroken();
    }
    return value == null ? LEFT_OUT.get(component.getType()) : value;
  }

  /** Null where a fault was told. */
  private @Nullable Object value(Type type, Scalar key, Node node, boolean empty) {
    if (type instanceof ParameterizedType many) {
      Type[] inside = many.getActualTypeArguments();
      return many.getRawType() == Map.class
          ? map(inside[1], key, node)
          : list(many.getRawType(), (Class<?>) inside[0], key, node, empty);
    }
    Class<?> plain = (Class<?>) type;
    YamlKind kind = YamlKind.of(plain);
    if (kind != null) {
      return scalar(kind, key, node, empty);
    }
    MappingNode block = keys(key, node);
    return block == null ? null : filled(plain.asSubclass(Record.class), block, false);
  }

  private @Nullable MappingNode keys(Scalar key, Node node) {
    if (node instanceof MappingNode block) {
      return block;
    }
    String write = "key: value, or leave " + key.text() + " out";
    return refused(key.line(), key.text() + " holds no keys", write);
  }

  private @Nullable Map<Scalar, Object> map(Type inside, Scalar key, Node node) {
    MappingNode written = keys(key, node);
    if (written == null) {
      return null;
    }
    YamlBlock block = new YamlBlock(file, faults, written);
    Map<Scalar, Object> found = new LinkedHashMap<>();
    for (Scalar name : block.keys()) {
      Object value = value(inside, name, Objects.requireNonNull(block.value(name.text())), false);
      if (value != null) {
        found.put(name, value);
      }
    }
    return found;
  }

  private @Nullable Collection<Object> list(
      Type type, Class<?> inside, Scalar key, Node node, boolean empty) {
    if (!(node instanceof SequenceNode all) || all.getValue().isEmpty() && !empty) {
      boolean single = YamlKind.of(inside) != null;
      String write = single ? "a value such as " + key.text() + ": [a, b]" : "- key: value";
      return refused(key.line(), key.text() + " is no list", write);
    }
    Collection<Object> found = type == Set.class ? new LinkedHashSet<>() : new ArrayList<>();
    for (Node one : all.getValue()) {
      Scalar place = new Scalar(key.text(), YamlBlock.lineOf(one));
      Object value = value(inside, place, one, false);
      if (value != null) {
        found.add(value);
      }
    }
    return found;
  }

  private @Nullable Object scalar(YamlKind kind, Scalar key, Node node, boolean empty) {
    Scalar text = YamlBlock.scalar(node);
    boolean none = !(node instanceof ScalarNode) || YamlBlock.blank(node);
    if (none || text.text().isEmpty() && !empty) {
      String write = "a value: a text, in quotes where it holds other signs";
      return refused(text.line(), key.text() + " has no value", write);
    }
    if (kind.printed()) {
      PlainText.check(
          key.text(), text.text(), (wrong, write) -> refused(text.line(), wrong, write));
    }
    try {
      return kind.reader().apply(text);
    } catch (IllegalArgumentException | DateTimeException e) {
      return refused(text.line(), key.text() + " " + kind.wrong(), kind.write());
    }
  }

  private <T extends Record> @Nullable T made(
      Class<T> type, RecordComponent[] components, Object[] values, YamlBlock block) {
    Class<?>[] types =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    try {
      return type.getDeclaredConstructor(types).newInstance(values);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof IllegalArgumentException bounds) {
        return refused(block.line(), String.valueOf(bounds.getMessage()), "a value within these");
      }
      throw new IllegalStateException(type + " cannot be made", e);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(type + " cannot be made", e);
    }
  }

  /** Tells a fault and stands for the value there is not. */
  private <T> @Nullable T refused(int line, String wrong, String write) {
    faults.add(new Fault(file.toString(), line, wrong, write));
    return null;
  }
}
