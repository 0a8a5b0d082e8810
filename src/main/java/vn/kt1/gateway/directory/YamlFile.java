package vn.kt1.gateway.directory;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A configuration file in YAML, with the closed keys of a record. */
final class YamlFile {

  private static final ObjectMapper YAML =
      YAMLMapper.builder()
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES) // told by onlyKeys
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .defaultSetterInfo(JsonSetter.Value.construct(Nulls.FAIL, Nulls.FAIL))
          .build();

  /** Of the message about a key that is missing, which was told before. */
  private static final String MISSING = "Missing required creator property";

  private YamlFile() {}

  static <T> @Nullable T read(Path file, Class<T> type, List<BadConfiguration.Fault> faults) {
    YamlBlock keys = YamlBlock.of(file, faults);
    if (keys != null) {
      checkKeys(keys, type);
    }
    try {
      T read = YAML.readValue(file.toFile(), type);
      if (read == null) {
        throw new IOException("the file is empty");
      }
      return read;
    } catch (JacksonException e) {
      if (!e.getOriginalMessage().startsWith(MISSING)) {
        int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
        String write = "a value of the kind the message names";
        fault(file, line, e.getOriginalMessage(), write, faults);
      }
    } catch (IOException e) {
      fault(file, 0, String.valueOf(e.getMessage()), "a readable YAML file", faults);
    }
    return null;
  }

  /** Jackson stops at the first that is wrong; a person wants to know all. */
  private static void checkKeys(YamlBlock block, Class<?> type) {
    List<RecordComponent> known = List.of(type.getRecordComponents());
    block.onlyKeys(known.stream().map(RecordComponent::getName).toList());
    block.neededKeys(
        known.stream().filter(YamlFile::needed).map(RecordComponent::getName).toList());
    for (RecordComponent key : known) {
      YamlBlock inside = key.getType().isRecord() ? block.blockIfAny(key.getName()) : null;
      if (inside != null) {
        checkKeys(inside, key.getType());
      }
    }
  }

  private static boolean needed(RecordComponent key) {
    return Arrays.stream(key.getAccessor().getAnnotationsByType(JsonProperty.class))
        .anyMatch(JsonProperty::required);
  }

  private static void fault(
      Path file, int line, String wrong, String write, List<BadConfiguration.Fault> faults) {
    faults.add(new BadConfiguration.Fault(file.toString(), line, wrong, write));
  }

  /** The line of the first such key, 0 when it is not found. */
  static int line(Path file, String key) {
    return line(file, Pattern.compile("\\b" + Pattern.quote(key) + "\\s*:"));
  }

  /** The first line that holds the text, in any case; 0 when there is none. */
  static int lineWith(Path file, String text) {
    String whole = "(?<![\\w.])" + Pattern.quote(text) + "(?!\\w)";
    return line(file, Pattern.compile(whole, Pattern.CASE_INSENSITIVE));
  }

  private static int line(Path file, Pattern wanted) {
    try {
      List<String> lines = Files.readAllLines(file);
      for (int i = 0; i < lines.size(); i++) {
        if (wanted.matcher(lines.get(i)).find() && !lines.get(i).strip().startsWith("#")) {
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
