package vn.kt1.gateway.shipment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TextTest {

  private static final Properties VI = read("vi");
  private static final Properties EN = read("en");

  @Test
  void every_sentence_is_there_in_both_languages() {
    assertThat(VI.stringPropertyNames()).isEqualTo(EN.stringPropertyNames()).isNotEmpty();
    assertThat(VI.values()).noneMatch(value -> value.toString().isBlank());
    assertThat(EN.values()).noneMatch(value -> value.toString().isBlank());
  }

  @Test
  void no_sentence_was_left_untranslated() {
    assertThat(VI.stringPropertyNames())
        .filteredOn(key -> VI.getProperty(key).matches("(?U).*\\p{Alpha}.*"))
        .allSatisfy(key -> assertThat(VI.getProperty(key)).isNotEqualTo(EN.getProperty(key)));
  }

  @Test
  void every_sentence_is_a_pattern_with_the_same_gaps_in_both_languages() {
    assertThat(VI.stringPropertyNames())
        .allSatisfy(
            key -> {
              // An apostrophe would be eaten by MessageFormat, and the gaps after it with it.
              assertThat(VI.getProperty(key) + EN.getProperty(key)).doesNotContain("'");
              assertThat(gaps(VI.getProperty(key))).isEqualTo(gaps(EN.getProperty(key)));
            });
  }

  @Test
  void vietnamese_is_written_in_composed_characters() {
    assertThat(VI.values())
        .allMatch(value -> Normalizer.isNormalized(value.toString(), Normalizer.Form.NFC));
  }

  @ParameterizedTest
  @EnumSource
  void every_code_has_a_title_and_says_what_to_do(Fault.Code code) {
    assertThat(VI).containsKeys("title." + code.text(), "fault." + code.text());
  }

  @Test
  void is_vietnamese_unless_english_is_preferred() {
    Text text = Text.of("title.not-found");
    assertThat(text.in(Locale.ENGLISH)).isEqualTo("Not found");
    assertThat(text.in(Locale.UK)).isEqualTo("Not found");
    assertThat(text.in(Locale.FRENCH)).isEqualTo("Không tìm thấy");
    assertThat(text.in(Locale.ROOT)).isEqualTo("Không tìm thấy");
  }

  @Test
  void a_sentence_without_gaps_is_made_once() {
    assertThat(Text.of("title.not-found")).isSameAs(Text.of("title.not-found"));
  }

  @Test
  void fills_in_what_the_sentence_is_about() {
    Text text = Text.of("rule.recipient-unit-is-open.succeeded", "H24.16");
    assertThat(text.vi()).contains("H24.16");
    assertThat(text.en()).contains("H24.16");
  }

  private static int gaps(String pattern) {
    return new MessageFormat(pattern, Locale.ROOT).getFormatsByArgumentIndex().length;
  }

  private static Properties read(String language) {
    Path file = Path.of("src/main/resources/messages_" + language + ".properties");
    Properties properties = new Properties();
    try (var reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      properties.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties;
  }
}
