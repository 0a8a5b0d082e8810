package vn.kt1.gateway.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.kt1.gateway.policy.rules.Rules;

/** A rule is its class, its section in docs/policy.md and its sentences; none may be forgotten. */
class RulesContractTest {

  private static final Path PAGE = Path.of("docs/policy.md");
  private static final Pattern SECTION = Pattern.compile("(?m)^## P-(\\d+) .+\\R`([a-z0-9-]+)`$");

  private static final Pattern LAW = Pattern.compile("(QĐ|NĐ|TT|Luật) \\d+/20\\d\\d/");

  private static final List<Rule> RULES = Rules.all();

  static List<Rule> rules() {
    return RULES;
  }

  @Test
  void the_page_has_one_numbered_section_a_rule_in_the_same_order() throws IOException {
    List<String> described = new ArrayList<>();
    var sections = SECTION.matcher(Files.readString(PAGE));
    while (sections.find()) {
      described.add(sections.group(2));
      assertThat(sections.group(1)).isEqualTo(String.valueOf(described.size()));
    }
    assertThat(described).isEqualTo(RULES.stream().map(Rule::id).toList());
  }

  @ParameterizedTest
  @MethodSource("rules")
  void the_class_names_its_section(Rule rule) throws IOException {
    int number = RULES.indexOf(rule) + 1;
    Path source = Path.of("src/main/java", rule.getClass().getName().replace('.', '/') + ".java");
    assertThat(Files.readString(source, StandardCharsets.UTF_8).replaceAll("\\s+\\* ", " "))
        .contains("docs/policy.md, P-" + number + ")");
  }

  @ParameterizedTest
  @MethodSource("rules")
  void a_rule_has_sentences_for_people(Rule rule) throws IOException {
    String key = rule.id().startsWith("urgency") ? "warning.urgency" : "rule." + rule.id() + ".";
    for (String language : List.of("vi", "en")) {
      ResourceBundle sentences =
          ResourceBundle.getBundle("messages", Locale.forLanguageTag(language));
      assertThat(sentences.keySet()).anyMatch(known -> known.startsWith(key));
    }
  }

  /** On every day from the first that hand-offs may bear, so that no rule is ever left unasked. */
  @ParameterizedTest
  @MethodSource("rules")
  void a_rule_has_a_legal_source_on_every_day(Rule rule) {
    List<LegalSource> sources = Sources.of(rule.number());
    LocalDate.of(2022, 2, 15)
        .datesUntil(LocalDate.of(2027, 1, 1))
        .forEach(
            day ->
                assertThat(sources)
                    .as("%s on %s", rule.number(), day)
                    .filteredOn(source -> source.holdsOn(day))
                    .anyMatch(source -> LAW.matcher(source.text()).find()));
  }

  @Test
  void every_source_is_of_a_rule_and_says_where_it_was_read() {
    List<String> numbers = RULES.stream().map(Rule::number).toList();
    assertThat(Sources.all())
        .allSatisfy(
            source -> {
              assertThat(numbers).contains(source.rule());
              assertThat(source.read()).isNotBlank();
            });
  }

  @Test
  void no_sentence_is_left_of_a_rule_that_is_gone() {
    List<String> ids = RULES.stream().map(Rule::id).toList();
    assertThat(ResourceBundle.getBundle("messages", Locale.ENGLISH).keySet())
        .filteredOn(key -> key.startsWith("rule.") && !key.equals("rule.no-network"))
        .allMatch(key -> ids.contains(key.split("\\.")[1]));
  }
}
