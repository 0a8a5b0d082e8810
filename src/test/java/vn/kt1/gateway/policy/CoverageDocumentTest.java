package vn.kt1.gateway.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.kt1.gateway.policy.rules.Rules;

/** docs/vi/policy-coverage.md names what there is, and leaves no rule out. */
class CoverageDocumentTest {

  private static final Pattern ROW = Pattern.compile("(?m)^\\| ((?:HP|QN)-\\d+\\.\\d+) \\|.*$");

  private final String page = page();

  @Test
  void every_rule_is_named_and_every_rule_named_is_one() {
    List<String> rules = Rules.all().stream().map(Rule::number).toList();
    assertThat(named("\\bP-\\d+\\b")).containsExactlyInAnyOrderElementsOf(rules);
  }

  @Test
  void every_test_named_is_there() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
      Set<String> tests =
          files
              .map(file -> file.getFileName().toString().replace(".java", ""))
              .collect(Collectors.toSet());
      assertThat(tests).containsAll(named("[A-Z][A-Za-z0-9]+(?:IT|Test)\\b"));
    }
  }

  /** Each says where it is done, or why it is not for a gateway; numbers leave no gap. */
  @Test
  void every_line_says_where_it_is_done_and_none_is_left_out() {
    List<MatchResult> rows = ROW.matcher(page).results().toList();
    assertThat(rows).hasSizeGreaterThan(35);
    assertThat(rows)
        .allSatisfy(
            row -> {
              String[] cells = row.group().split("\\|");
              assertThat(cells).as(row.group(1)).hasSize(4);
              assertThat(cells[2].strip()).hasSizeGreaterThan(10);
              assertThat(cells[3].strip()).hasSizeGreaterThan(10);
            });
    String before = "";
    for (MatchResult row : rows) {
      assertThat(follows(before, row.group(1))).as("%s after %s", row.group(1), before).isTrue();
      before = row.group(1);
    }
  }

  private static boolean follows(String before, String number) {
    int[] now = parts(number);
    if (before.isEmpty() || !before.startsWith(number.substring(0, 2))) {
      return now[0] == 0 && now[1] == 1;
    }
    int[] then = parts(before);
    return now[0] == then[0] && now[1] == then[1] + 1 || now[0] == then[0] + 1 && now[1] == 1;
  }

  private static int[] parts(String number) {
    return Stream.of(number.substring(3).split("\\.")).mapToInt(Integer::parseInt).toArray();
  }

  private Set<String> named(String pattern) {
    return Pattern.compile(pattern)
        .matcher(page)
        .results()
        .map(MatchResult::group)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String page() {
    try {
      return Files.readString(Path.of("docs/vi/policy-coverage.md"));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
