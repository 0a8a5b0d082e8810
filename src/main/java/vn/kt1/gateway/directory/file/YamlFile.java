package vn.kt1.gateway.directory.file;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.reader.UnicodeReader;
import vn.kt1.gateway.directory.BadConfiguration.Fault;

/** A configuration file in YAML. */
public final class YamlFile {

  private YamlFile() {}

  /**
   * The record of the whole file is made although needed keys have no value, so that the rest of it
   * can be checked too: {@link YamlBlock#broken} says so. A block inside is then left out.
   *
   * @return null where the file holds no keys at all
   */
  static <T extends Record> @Nullable T read(Path file, Class<T> type, List<Fault> faults) {
    MappingNode root = root(file, faults);
    return root == null ? null : new YamlRecords(file, faults).filled(type, root, true);
  }

  private static @Nullable MappingNode root(Path file, List<Fault> faults) {
    int line = 0;
    String wrong;
    try (Reader text = new UnicodeReader(Files.newInputStream(file))) {
      Node root = new Yaml().compose(text);
      if (root instanceof MappingNode keys) {
        return keys;
      }
      wrong = root == null ? "the file is empty" : "no YAML of keys";
    } catch (MarkedYAMLException e) {
      line = e.getProblemMark() == null ? 0 : e.getProblemMark().getLine() + 1;
      wrong = "no YAML: " + e.getProblem();
    } catch (YAMLException | IOException e) {
      wrong = "the file cannot be read as YAML in UTF-8";
    }
    faults.add(new Fault(file.toString(), line, wrong, "a key and a value: name: …, and so on"));
    return null;
  }

  /** The first line that holds the text, in any case; 0 when there is none. */
  public static int lineWith(Path file, String text) {
    Pattern whole =
        Pattern.compile("(?<![\\w.])" + Pattern.quote(text) + "(?!\\w)", Pattern.CASE_INSENSITIVE);
    try {
      List<String> lines = Files.readAllLines(file);
      for (int i = 0; i < lines.size(); i++) {
        if (whole.matcher(lines.get(i)).find() && !lines.get(i).strip().startsWith("#")) {
          return i + 1;
        }
      }
      return 0;
    } catch (IOException e) {
      return 0;
    }
  }

  public static String stem(Path file) {
    return file.getFileName().toString().replaceFirst("\\.yaml$", "");
  }
}
