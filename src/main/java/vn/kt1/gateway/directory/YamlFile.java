package vn.kt1.gateway.directory;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.DeserializationProblemHandler;
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
      T read =
          YAML.readerFor(type).withHandler(new Strangers(file, faults)).readValue(file.toFile());
      if (read == null) {
        throw new IOException("the file is empty");
      }
      return read;
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

  /** Tells every unknown key and reads on, so that one run tells all there is. */
  private static final class Strangers extends DeserializationProblemHandler {
    private final Path file;
    private final List<BadConfiguration.Fault> faults;

    Strangers(Path file, List<BadConfiguration.Fault> faults) {
      this.file = file;
      this.faults = faults;
    }

    @Override
    public boolean handleUnknownProperty(
        DeserializationContext context,
        JsonParser yaml,
        JsonDeserializer<?> block,
        Object target,
        String key)
        throws IOException {
      List<String> known = block.getKnownPropertyNames().stream().map(String::valueOf).toList();
      // What a record's constructor has to wait for is kept without its place in the file.
      int place = yaml.currentTokenLocation().getLineNr();
      faults.add(
          new BadConfiguration.Fault(
              file.toString(),
              place > 0 ? place : line(file, key),
              "unknown key " + key,
              DidYouMean.of(key, known)));
      yaml.skipChildren();
      return true;
    }
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

  /** The line of the first such key, 0 when it is not found. */
  static int line(Path file, String key) {
    return line(file, Pattern.compile("\\b" + Pattern.quote(key) + "\\s*:"));
  }

  /** The first line that holds the text, in any case; 0 when there is none. */
  static int lineWith(Path file, String text) {
    return line(
        file,
        Pattern.compile(
            "(?<![\\w.])" + Pattern.quote(text) + "(?![\\w])", Pattern.CASE_INSENSITIVE));
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
