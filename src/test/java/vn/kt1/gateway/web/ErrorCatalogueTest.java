package vn.kt1.gateway.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.kt1.gateway.shipment.Fault.Code;

/**
 * {@code docs/errors.md} and {@code docs/vi/errors.md} have a table of each code. {@code
 * -Dgolden.write=true} writes both.
 */
class ErrorCatalogueTest {

  private static final String TABLE = "|---|---|---|\n";

  @ParameterizedTest
  @CsvSource({"en, docs/errors.md", "vi, docs/vi/errors.md"})
  void the_page_says_each_code_in_its_language(String language, Path page) throws IOException {
    String written = Files.readString(page);
    int start = written.indexOf(TABLE) + TABLE.length();
    int end = written.indexOf("\n\n", start - 1) + 1;
    String table = table(language);
    if (Boolean.getBoolean("golden.write")) {
      Files.writeString(page, written.substring(0, start) + table + written.substring(end));
    } else {
      assertThat(written.substring(start, end)).isEqualTo(table);
    }
  }

  /** An answer is in the language asked for, so neither may lack a sentence of the other. */
  @Test
  void both_languages_have_the_same_sentences() throws IOException {
    assertThat(faults("en")).isEqualTo(faults("vi"));
  }

  private static String table(String language) throws IOException {
    Properties texts = texts(language);
    return Arrays.stream(Code.values())
        .map(code -> "| `%s` | %s | %s |%n".formatted(code.text(), status(code), of(code, texts)))
        .collect(Collectors.joining());
  }

  private static String of(Code code, Properties texts) {
    return new MessageFormat(texts.getProperty("fault." + code.text())).format(new Object[0]);
  }

  private static String status(Code code) {
    return switch (code) {
      case INTERNAL -> "500, 503";
      case MALFORMED -> "400, 408";
      default -> "" + Problem.of(code, "").status();
    };
  }

  private static Set<String> faults(String language) throws IOException {
    Set<String> keys = new TreeSet<>(texts(language).stringPropertyNames());
    keys.removeIf(key -> !key.startsWith("fault."));
    return keys;
  }

  private static Properties texts(String language) throws IOException {
    Properties read = new Properties();
    Path file = Path.of("src/main/resources/messages_" + language + ".properties");
    try (var reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      read.load(reader);
    }
    return read;
  }
}
