package vn.kt1.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Which room owns which table, and who else may touch it: read off the SQL of each room. */
class TablesTest {

  private static final Path MAIN = Path.of("src/main/java/vn/kt1/gateway");
  private static final Path READERS = Path.of("src/test/resources/modules/table-readers.txt");

  private static final Map<String, Set<String>> OWNED =
      Map.ofEntries(
          owns("ledger", "hand_off shipment event ruling state_move status_code"),
          owns("status", "post_file waiting_event"),
          owns("post", "order_file post_order post_answer cancellation correction"),
          owns("held", "resolution resolution_proposal"),
          owns("dispatch", "outbox dispatch number_series parking"),
          owns("tracking", "inquiry sweep"),
          owns("news", "news"),
          owns(
              "report",
              "report_approval report_counted report_job report_return report_rollup report_sending"
                  + " report_stale report_version"),
          owns("tariff", "tariff tariff_approval charge"),
          owns("transit", "transit_target transit"),
          owns("reconciliation", "reconciliation difference post_month"),
          owns("quality", "quality_answer quality_form"),
          owns("incident", "confirmation incident"),
          owns("retention", "retention retention_wait"),
          owns("statement", "post_invoice post_invoice_row"),
          owns("evidence", "evidence"));

  /** Each with its reason; every other room asks the owner. */
  private static final Map<String, String> WRITES_OF_OTHERS =
      Map.ofEntries(
          Map.entry("held event", "an answer is told in the statement that applies it"),
          Map.entry("held ruling", "an answer has its ruling, as a hand-off has"),
          Map.entry("held shipment", "an answer decides a held shipment; a trigger guards it"),
          Map.entry("ledger evidence", "a hand-off and its evidence are one statement"),
          Map.entry("ledger outbox", "a hand-off and its orders are one statement"),
          Map.entry("post event", "orders and cancellations are told for a whole file at once"),
          Map.entry("post outbox", "a parked order waits anew only where it goes by KT1"),
          Map.entry("post shipment", "a file of orders moves its shipments in one statement"),
          Map.entry("retention confirmation", "notes go after years, of all rooms on one day"),
          Map.entry("retention dispatch", "and the bytes of mails"),
          Map.entry("retention event", "and texts of the post; a trigger guards them"),
          Map.entry("retention incident", "and notes and answers"),
          Map.entry("retention post_answer", "and reasons; a trigger guards them"),
          Map.entry("retention quality_answer", "and why a unit objects"),
          Map.entry("retention resolution", "and named persons; a trigger guards them"),
          Map.entry("retention shipment", "and addressees; a trigger guards the rest"),
          Map.entry("retention transit", "and notes of exclusions"),
          Map.entry("retention waiting_event", "and texts of news nobody has applied"),
          Map.entry("status event", "events get their meaning when a code is mapped"),
          Map.entry("status shipment", "and move their shipment then"),
          Map.entry("status status_code", "codes of configured layouts stand beside the built-in"));

  private static final Pattern WRITE =
      Pattern.compile("\\b(?:insert into|update|delete from)\\s+(\\w+)");
  private static final Pattern READ = Pattern.compile("\\b(?:from|join)\\s+(\\w+)");
  private static final Pattern TEXT =
      Pattern.compile("\"\"\"(.*?)\"\"\"|\"((?:\\\\.|[^\"\\\\\\n])*)\"", Pattern.DOTALL);

  private static Map.Entry<String, Set<String>> owns(String room, String tables) {
    return Map.entry(room, Set.of(tables.split(" ")));
  }

  @Test
  void a_table_is_written_by_its_own_room() throws IOException {
    Set<String> strangers = new TreeSet<>(touched(WRITE));
    strangers.removeIf(line -> owner(table(line)).equals(room(line)));
    assertThat(strangers).isEqualTo(new TreeSet<>(WRITES_OF_OTHERS.keySet()));
  }

  /** A new reader of another room's table is a change of the plan: it shows as a line here. */
  @Test
  void who_reads_the_tables_of_other_rooms_is_written_down() throws IOException {
    Set<String> readers = new TreeSet<>(touched(READ));
    readers.removeIf(line -> owner(table(line)).equals(room(line)));
    if (Boolean.getBoolean("golden.write")) {
      Files.createDirectories(READERS.getParent());
      Files.write(READERS, readers);
    }
    assertThat(readers)
        .as("write it anew with -Dgolden.write=true, and read the difference")
        .isEqualTo(new TreeSet<>(Files.readAllLines(READERS)));
  }

  private static Set<String> touched(Pattern how) throws IOException {
    Set<String> tables = OWNED.values().stream().flatMap(Set::stream).collect(Collectors.toSet());
    Map<String, Boolean> found = new TreeMap<>();
    try (Stream<Path> files = Files.walk(MAIN)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
        Path below = MAIN.relativize(file);
        Matcher texts = TEXT.matcher(Files.readString(file));
        texts
            .results()
            .map(MatchResult::group)
            .flatMap(text -> how.matcher(text).results())
            .map(touch -> touch.group(1))
            .filter(tables::contains)
            .forEach(table -> found.put(below.getName(0) + " " + table, true));
      }
    }
    return found.keySet();
  }

  private static String room(String line) {
    return line.split(" ")[0];
  }

  private static String table(String line) {
    return line.split(" ")[1];
  }

  private static String owner(String table) {
    return OWNED.entrySet().stream()
        .filter(entry -> entry.getValue().contains(table))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElseThrow();
  }
}
