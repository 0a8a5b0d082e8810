package vn.kt1.gateway.directory;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A configuration file in YAML, with closed keys. */
final class YamlFile {

  private static final ObjectMapper YAML =
      YAMLMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .defaultSetterInfo(JsonSetter.Value.construct(Nulls.FAIL, Nulls.FAIL))
          .build();

  private static final Pattern MISSING = Pattern.compile("creator property '([^']+)'");

  private YamlFile() {}

  static <T> @Nullable T read(Path file, Class<T> type, List<BadConfiguration.Fault> faults) {
    try {
      T read = YAML.readValue(file.toFile(), type);
      if (read == null) {
        throw new IOException("the file is empty");
      }
      return read;
    } catch (UnrecognizedPropertyException e) {
      int line = lastLine(file, e.getPropertyName(), e.getLocation().getLineNr());
      String wrong = "unknown key " + e.getPropertyName();
      String known = String.valueOf(e.getKnownPropertyIds());
      faults.add(new BadConfiguration.Fault(file.toString(), line, wrong, known));
    } catch (JacksonException e) {
      Matcher missing = MISSING.matcher(e.getOriginalMessage());
      if (missing.find()) {
        fault(
            file,
            e,
            faults,
            "the key " + missing.group(1) + " is missing",
            missing.group(1) + ": …");
      } else {
        fault(file, e, faults, e.getOriginalMessage(), "a value of the kind the message names");
      }
    } catch (IOException e) {
      String message = String.valueOf(e.getMessage());
      faults.add(new BadConfiguration.Fault(file.toString(), 0, message, "a readable YAML file"));
    }
    return null;
  }

  private static void fault(
      Path file,
      JacksonException e,
      List<BadConfiguration.Fault> faults,
      String wrong,
      Object write) {
    int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
    faults.add(new BadConfiguration.Fault(file.toString(), line, wrong, "" + write));
  }

  /** Jackson may tell of a key only when its block has ended: the last line with it until there. */
  private static int lastLine(Path file, String key, int end) {
    try {
      List<String> lines = Files.readAllLines(file);
      int line = Math.min(end, lines.size());
      while (line > 0 && !lines.get(line - 1).strip().startsWith(key)) {
        line--;
      }
      return line > 0 ? line : end;
    } catch (IOException e) {
      return end;
    }
  }

  /** The line of the first such key, 0 when it is not found. */
  static int line(Path file, String key) {
    try {
      List<String> lines = Files.readAllLines(file);
      for (int i = 0; i < lines.size(); i++) {
        if (lines.get(i).matches(".*\\b" + key + "\\s*:.*")
            && !lines.get(i).strip().startsWith("#")) {
          return i + 1;
        }
      }
      return 0;
    } catch (IOException e) {
      return 0;
    }
  }

  static String stem(Path file) {
    return file.getFileName().toString().replaceFirst("\\.yaml$", "");
  }
}
