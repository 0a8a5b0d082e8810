import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Prints what each test class took, and what it started, from the reports of the last run. */
final class Table {

  private static final Pattern SUITE =
      Pattern.compile("<testsuite .*? name=\"([^\"]+)\" time=\"([^\"]+)\" tests=\"(\\d+)\"", Pattern.DOTALL);
  private static final Pattern METHOD =
      Pattern.compile("<testcase name=\"([^\"]*)\" classname=\"[^\"]*\" time=\"([^\"]+)\"");
  private static final Pattern STARTED = Pattern.compile("\\[started\\] ([a-z ]+)");

  private record Row(String name, double seconds, int tests, Map<String, Integer> started, String slowest) {}

  public static void main(String[] arguments) throws IOException {
    Path target = Path.of(arguments.length > 0 ? arguments[0] : "target");
    for (String kind : List.of("surefire-reports", "failsafe-reports")) {
      print(kind, rows(target.resolve(kind)));
    }
  }

  private static List<Row> rows(Path folder) throws IOException {
    List<Row> rows = new ArrayList<>();
    if (!Files.isDirectory(folder)) {
      return rows;
    }
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(each -> each.getFileName().toString().matches("TEST-.*\\.xml")).toList()) {
        rows.add(row(Files.readString(file, UTF_8), output(file)));
      }
    }
    rows.sort(Comparator.comparingDouble(Row::seconds).reversed());
    return rows;
  }

  /** Where the output of a class was written beside its report, it is looked at too. */
  private static String output(Path report) throws IOException {
    String name = report.getFileName().toString().replaceFirst("TEST-(.*)\\.xml", "$1-output.txt");
    Path file = report.resolveSibling(name);
    return Files.exists(file) ? new String(Files.readAllBytes(file), UTF_8) : "";
  }

  private static Row row(String report, String output) {
    Matcher suite = SUITE.matcher(report);
    if (!suite.find()) {
      throw new IllegalArgumentException("no report: " + report.substring(0, Math.min(200, report.length())));
    }
    return new Row(
        suite.group(1).replaceFirst("vn\\.kt1\\.", ""),
        Double.parseDouble(suite.group(2).replace(",", "")),
        Integer.parseInt(suite.group(3)),
        started(report.contains("[started]") ? report : output),
        slowest(report));
  }

  private static Map<String, Integer> started(String output) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    STARTED.matcher(output).results().forEach(each -> counts.merge(each.group(1).strip(), 1, Integer::sum));
    return counts;
  }

  private static String slowest(String report) {
    return METHOD.matcher(report).results()
        .max(Comparator.comparingDouble(each -> Double.parseDouble(each.group(2).replace(",", ""))))
        .map(each -> each.group(2) + " " + each.group(1))
        .orElse("");
  }

  private static void print(String kind, List<Row> rows) {
    double sum = rows.stream().mapToDouble(Row::seconds).sum();
    int tests = rows.stream().mapToInt(Row::tests).sum();
    System.out.printf("%n%s: %d classes, %d tests, %.0f class seconds%n%n", kind, rows.size(), tests, sum);
    System.out.println("| class | seconds | tests | starts | slowest method |");
    System.out.println("|---|---|---|---|---|");
    for (Row row : rows) {
      if (row.seconds() >= 1) {
        System.out.printf("| %s | %.1f | %d | %s | %s |%n",
            row.name(), row.seconds(), row.tests(), counts(row), row.slowest());
      }
    }
    System.out.println("| below one second | | | | |");
  }

  private static String counts(Row row) {
    return String.join(", ", row.started().entrySet().stream().map(each -> each.getValue() + " " + each.getKey()).toList());
  }
}
