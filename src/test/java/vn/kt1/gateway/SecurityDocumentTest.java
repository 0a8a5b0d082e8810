package vn.kt1.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the papers on security name is there, and they leave out nothing they promise. */
class SecurityDocumentTest {

  private static final Pattern TEST_CLASS = Pattern.compile("`([A-Z]\\w*(?:Test|IT))`");
  private static final Pattern ROW =
      Pattern.compile("(?m)^\\| ([0-9][0-9., -]*) \\|(.*)\\|(.*)\\|$");
  private static final Pattern IDS = Pattern.compile("([0-9]+\\.[0-9]+)\\.([0-9]+)(?:-([0-9]+))?");

  /** The requirements of levels 1 and 2 in ASVS 5.0.0: section:first-last. */
  private static final String ASKED =
      "1.1:1-2 1.2:1-9 1.3:1-11 1.4:1-3 1.5:1-2 2.1:1-3 2.2:1-3 2.3:1-4 2.4:1-1 3.2:1-2 3.3:1-4"
          + " 3.4:1-6 3.5:1-5 3.7:1-2 4.1:1-3 4.2:1-1 4.3:1-2 4.4:1-4 5.1:1-1 5.2:1-3 5.3:1-2"
          + " 5.4:1-3 6.1:1-3 6.2:1-12 6.3:1-4 6.4:1-4 6.5:1-5 6.6:1-3 6.8:1-4 7.1:1-3 7.2:1-4"
          + " 7.3:1-2 7.4:1-5 7.5:1-2 7.6:1-2 8.1:1-2 8.2:1-3 8.3:1-1 8.4:1-1 9.1:1-3 9.2:1-4"
          + " 10.1:1-2 10.2:1-2 10.3:1-4 10.4:1-11 10.5:1-5 10.6:1-2 10.7:1-3 11.1:1-2 11.2:1-3"
          + " 11.3:1-3 11.4:1-4 11.5:1-1 11.6:1-1 12.1:1-3 12.2:1-2 12.3:1-4 13.1:1-1 13.2:1-5"
          + " 13.3:1-2 13.4:1-5 14.1:1-2 14.2:1-4 14.3:1-3 15.1:1-3 15.2:1-3 15.3:1-7 16.1:1-1"
          + " 16.2:1-5 16.3:1-4 16.4:1-3 16.5:1-3 17.1:1-1 17.2:1-4 17.3:1-2";

  @ParameterizedTest
  @ValueSource(strings = {"security", "asvs.md"})
  void every_test_named_exists(String document) throws IOException {
    Set<String> named = new TreeSet<>();
    Matcher found = TEST_CLASS.matcher(read(document));
    while (found.find()) {
      named.add(found.group(1));
    }
    assertThat(named).hasSizeGreaterThan(20);
    assertThat(tests()).containsAll(named);
  }

  private static Set<String> tests() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".java"))
          .map(name -> name.substring(0, name.length() - ".java".length()))
          .collect(Collectors.toSet());
    }
  }

  @Test
  void every_requirement_has_one_row_and_every_row_an_answer() throws IOException {
    List<String> answered = new ArrayList<>();
    Matcher row = ROW.matcher(read("asvs.md"));
    while (row.find()) {
      answered.addAll(requirements(row.group(1)));
      assertThat(row.group(2)).as(row.group(1)).isNotBlank();
      assertThat(row.group(3)).as(row.group(1)).isNotBlank();
    }
    assertThat(answered).containsExactlyInAnyOrderElementsOf(requirements(ASKED.replace(':', '.')));
  }

  private static Collection<String> requirements(String written) {
    List<String> single = new ArrayList<>();
    Matcher ids = IDS.matcher(written);
    while (ids.find()) {
      int first = Integer.parseInt(ids.group(2));
      int last = ids.group(3) == null ? first : Integer.parseInt(ids.group(3));
      for (int number = first; number <= last; number++) {
        single.add(ids.group(1) + "." + number);
      }
    }
    return single;
  }

  /** A page, or all pages of a folder. */
  private static String read(String document) throws IOException {
    StringBuilder text = new StringBuilder();
    try (Stream<Path> pages = Files.walk(Path.of("docs", document))) {
      for (Path page : pages.filter(Files::isRegularFile).sorted().toList()) {
        text.append(Files.readString(page));
      }
    }
    return text.toString();
  }
}
