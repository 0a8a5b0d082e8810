package vn.kt1.gateway.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.kt1.gateway.shipment.Fault.Code;

/**
 * The table of {@code docs/errors.md} says each sentence an answer may hold. {@code
 * -Dgolden.write=true} writes it.
 */
class ErrorCatalogueTest {

  private static final Path CATALOGUE = Path.of("docs/errors.md");
  private static final String HEAD = "|---|---|---|---|\n";
  private static final Object[] DOTS = {"…", "…", "…"};

  @Test
  void the_catalogue_says_each_sentence_in_both_languages() throws IOException {
    String written = Files.readString(CATALOGUE);
    int start = written.indexOf(HEAD) + HEAD.length();
    int end = written.indexOf("\n\n", start) + 1;
    String table = table();
    if (Boolean.getBoolean("golden.write")) {
      Files.writeString(CATALOGUE, written.substring(0, start) + table + written.substring(end));
    } else {
      assertThat(written.substring(start, end)).isEqualTo(table);
    }
  }

  private static String table() throws IOException {
    List<String[]> vi = sentences("vi");
    List<String[]> en = sentences("en");
    return Arrays.stream(Code.values())
        .map(code -> row(code, vi, en))
        .collect(Collectors.joining());
  }

  private static String row(Code code, List<String[]> vi, List<String[]> en) {
    String status =
        switch (code) {
          case INTERNAL -> "500, 503";
          case MALFORMED -> "400, 408";
          default -> "" + Problem.of(code, "").status();
        };
    return "| `%s` | %s | %s | %s |%n".formatted(code.text(), status, of(code, vi), of(code, en));
  }

  private static String of(Code code, List<String[]> sentences) {
    String key = "fault." + code.text();
    Predicate<String[]> its =
        sentence -> sentence[0].equals(key) || sentence[0].startsWith(key + ".");
    return sentences.stream()
        .filter(its)
        .map(sentence -> new MessageFormat(sentence[1]).format(DOTS))
        .collect(Collectors.joining("<br>"));
  }

  /** In the order of the file, which the reader of both languages can follow. */
  private static List<String[]> sentences(String language) throws IOException {
    Path file = Path.of("src/main/resources/messages_" + language + ".properties");
    Properties read = new Properties();
    try (var reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      read.load(reader);
    }
    try (Stream<String> lines = Files.lines(Path.of("src/main/resources/messages_vi.properties"))) {
      return lines
          .map(line -> line.split("=", 2)[0])
          .filter(read::containsKey)
          .map(key -> new String[] {key, read.getProperty(key)})
          .toList();
    }
  }
}
