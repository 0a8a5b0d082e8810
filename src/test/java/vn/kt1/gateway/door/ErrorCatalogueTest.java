package vn.kt1.gateway.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.kt1.gateway.shipment.Fault.Code;

/**
 * {@code docs/errors.md} says each code in English, {@code docs/vi/errors.md} each sentence an
 * answer may hold. {@code -Dgolden.write=true} writes both.
 */
class ErrorCatalogueTest {

  private static final Path ENGLISH = Path.of("docs/errors.md");
  private static final Path VIETNAMESE = Path.of("docs/vi/errors.md");
  private static final String TABLE = "|---|---|---|\n";
  private static final String SECTION = "\n## ";
  private static final Object[] DOTS = {"…", "…", "…"};

  @Test
  void the_english_page_says_each_code() throws IOException {
    String page = Files.readString(ENGLISH);
    int start = page.indexOf(TABLE) + TABLE.length();
    int end = page.indexOf("\n\n", start - 1) + 1;
    check(ENGLISH, page.substring(0, start), table(), page.substring(end));
  }

  @Test
  void the_vietnamese_page_says_each_sentence() throws IOException {
    String page = Files.readString(VIETNAMESE);
    int start = page.contains(SECTION) ? page.indexOf(SECTION) : page.length();
    check(VIETNAMESE, page.substring(0, start), sections(), "");
  }

  /** An answer is in the language asked for, so neither may lack a sentence of the other. */
  @Test
  void both_languages_have_the_same_sentences() throws IOException {
    assertThat(faults("en")).containsExactlyInAnyOrderElementsOf(faults("vi"));
  }

  private static void check(Path file, String before, String generated, String after)
      throws IOException {
    if (Boolean.getBoolean("golden.write")) {
      Files.writeString(file, before + generated + after);
    } else {
      assertThat(Files.readString(file)).isEqualTo(before + generated + after);
    }
  }

  private static String table() throws IOException {
    Properties texts = texts("en");
    return Arrays.stream(Code.values())
        .map(
            code ->
                "| `%s` | %s | %s |%n"
                    .formatted(code.text(), status(code), sentence(texts, "fault." + code.text())))
        .collect(Collectors.joining());
  }

  private static String sections() throws IOException {
    Properties texts = texts("vi");
    List<String> faults = faults("vi");
    StringBuilder sections = new StringBuilder();
    Set<String> said = new HashSet<>();
    for (Code code : Code.values()) {
      sections.append("%s`%s` (%s)%n%n".formatted(SECTION, code.text(), status(code)));
      String key = "fault." + code.text();
      faults.stream()
          .filter(fault -> fault.equals(key) || fault.startsWith(key + "."))
          .map(fault -> sentence(texts, fault))
          .filter(said::add)
          .forEach(sentence -> sections.append("- ").append(sentence).append("\n"));
    }
    return sections.toString();
  }

  private static String status(Code code) {
    return switch (code) {
      case INTERNAL -> "500, 503";
      case MALFORMED -> "400, 408";
      default -> "" + Problem.of(code, "").status();
    };
  }

  private static String sentence(Properties texts, String key) {
    return new MessageFormat(texts.getProperty(key)).format(DOTS);
  }

  private static Properties texts(String language) throws IOException {
    Properties read = new Properties();
    try (var reader = Files.newBufferedReader(file(language), StandardCharsets.UTF_8)) {
      read.load(reader);
    }
    return read;
  }

  /** The keys of faults, in the order of the file. */
  private static List<String> faults(String language) throws IOException {
    try (Stream<String> lines = Files.lines(file(language))) {
      return lines
          .map(line -> line.split("=", 2)[0])
          .filter(key -> key.startsWith("fault."))
          .toList();
    }
  }

  private static Path file(String language) {
    return Path.of("src/main/resources/messages_" + language + ".properties");
  }
}
