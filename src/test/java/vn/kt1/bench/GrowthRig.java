package vn.kt1.bench;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import vn.kt1.bench.GrowthQuestions.Question;
import vn.kt1.bench.GrowthSide.Cost;
import vn.kt1.gateway.shipment.Sha256;
import vn.kt1.testing.LastingPostgres;
import vn.kt1.testing.PostTree;
import vn.kt1.testing.Served;

/**
 * Whether the gateway gets slower as its ledger grows: two packed jars on one PostgreSQL, one on a
 * ledger with a long history, one on a ledger without, asked the same in turns. What is under way
 * is the same in both.
 */
public final class GrowthRig {

  private static final int ENVELOPES = 4;

  private static final int STATUS_ROWS = 1_000;

  private static final int STATUS_FILES = 5;

  /** Statements that are told: pages a call more than so many times those of the young ledger. */
  private static final double GROWN = 1.5;

  /** A tree is a level or two deeper. */
  private static final int DEEPER = 30;

  private static final String YOUNG = "kt1_young";

  static final String ITEM = "RN000000399VN";

  private final GrowthSide young;
  private final GrowthSide old;
  private final int rounds;
  private final String run;
  private final PrintStream out;

  private GrowthRig(GrowthSide young, GrowthSide old, int rounds, String run, PrintStream out) {
    this.young = young;
    this.old = old;
    this.rounds = rounds;
    this.run = run;
    this.out = out;
  }

  public static void main(String[] arguments) throws Exception {
    Rigs.quiet();
    Options options = new Options(arguments);
    int handOffs = (int) options.number("--shipments", 1_000_000) / ENVELOPES;
    int rounds = (int) options.number("--rounds", 20);
    String home = System.getProperty("user.home");
    Path data = Path.of(options.text("--data", home + "/.cache/kt1-growth"));
    Path folder = Rigs.folder("growth");
    String run = options.text("--run", "1");
    try (LastingPostgres postgres = LastingPostgres.in(data)) {
      Served old = filled(postgres, handOffs);
      boolean prepared = options.arguments().contains("--prepared");
      Served young = prepared ? postgres.served(YOUNG) : postgres.create(YOUNG);
      if (!prepared) {
        underWay(postgres, old, handOffs, run);
        underWay(postgres, young, 0, run);
      }
      if (options.arguments().contains("--prepare-only")) {
        return;
      }
      try (GrowthSide one = new GrowthSide(postgres, young, folder.resolve("young"));
          GrowthSide other = new GrowthSide(postgres, old, folder.resolve("old"))) {
        System.out.printf("%d shipments beside none; both have 2,000 under way%n", 4 * handOffs);
        new GrowthRig(one, other, rounds, run, System.out).run();
      }
    }
  }

  /** Filled once for each size and schema. */
  private static Served filled(LastingPostgres postgres, int handOffs)
      throws SQLException, IOException {
    String name = "kt1_%d_%08x".formatted(handOffs * ENVELOPES, postgres.schema());
    if (postgres.has(name)) {
      return postgres.served(name);
    }
    long start = System.nanoTime();
    Served filling = postgres.create("kt1_filling");
    try (Connection superuser = quick(postgres, filling)) {
      new GrowthRows(superuser, handOffs).history();
    }
    System.out.printf(
        "filled in %d s%n", TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start));
    return postgres.rename("kt1_filling", name);
  }

  private static void underWay(LastingPostgres postgres, Served ledger, int handOffs, String run)
      throws SQLException {
    try (Connection superuser = quick(postgres, ledger)) {
      new GrowthRows(superuser, handOffs).forget().underWay(run);
    }
  }

  /** The rows are as the gateway leaves them: nothing is guarded, nothing follows from them. */
  private static Connection quick(LastingPostgres postgres, Served ledger) throws SQLException {
    Connection superuser = postgres.superuser(ledger);
    try (var statement = superuser.createStatement()) {
      statement.execute("set session_replication_role = replica");
    }
    return superuser;
  }

  private void run() throws Exception {
    out.println("| asked | ms | with history | ratio | ms in PostgreSQL | | pages | |");
    out.println("|---|---|---|---|---|---|---|---|");
    for (Map.Entry<String, Question> each : new GrowthQuestions(run).all().entrySet()) {
      ask(each.getKey(), each.getValue(), rounds);
    }
    ask("status file of 1,000 rows", this::statusFile, STATUS_FILES);
    grown();
  }

  /** In turns, so that what else the machine does befalls both. */
  private void ask(String name, Question question, int times) throws Exception {
    for (int warm = 0; warm < Math.min(times, 8); warm++) {
      once(question, young, name);
      once(question, old, name);
    }
    List<Double> before = new ArrayList<>();
    List<Double> after = new ArrayList<>();
    Cost youngs = young.cost();
    Cost olds = old.cost();
    for (int time = 0; time < times; time++) {
      before.add(once(question, young, name));
      after.add(once(question, old, name));
    }
    Cost one = young.cost().minus(youngs);
    Cost other = old.cost().minus(olds);
    out.printf(
        Locale.ROOT,
        "| %s | %.1f | %.1f | %.2f | %.2f | %.2f | %d | %d |%n",
        name,
        median(before),
        median(after),
        median(after) / median(before),
        one.millis() / times,
        other.millis() / times,
        one.pages() / times,
        other.pages() / times);
  }

  private static double once(Question question, GrowthSide side, String name) throws Exception {
    long start = System.nanoTime();
    if (!question.asked(side)) {
      throw new IllegalStateException(name + " was not answered as it should be");
    }
    return (System.nanoTime() - start) / 1e6;
  }

  private static double median(List<Double> values) {
    return values.stream().sorted().toList().get(values.size() / 2);
  }

  private boolean statusFile(GrowthSide side) throws IOException {
    String name = "S-" + System.nanoTime() + ".csv";
    byte[] content = statusRows(side).getBytes(StandardCharsets.UTF_8);
    Path folder = side.site().statuses();
    Path result = folder.resolve(".done/" + name + ".result.json");
    Files.writeString(folder.resolve(name + ".sha256"), Sha256.of(content) + "  " + name + "\n");
    Files.write(folder.resolve(name + ".part"), content);
    Files.move(folder.resolve(name + ".part"), folder.resolve(name));
    await()
        .atMost(Duration.ofMinutes(1))
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(2))
        .until(() -> Files.exists(result));
    return Files.readString(result).contains("\"applied\":" + STATUS_ROWS);
  }

  /** A thousand items under way, each somewhere else at that moment. */
  private String statusRows(GrowthSide side) {
    Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    long place = System.nanoTime();
    return PostTree.STATUS
        + side
            .site()
            .sql("select item_code from inquiry order by item_code limit " + STATUS_ROWS)
            .stream()
            .map(item -> "%s,10,Đang vận chuyển,%s,Bưu cục %d,%n".formatted(item, now, place))
            .collect(Collectors.joining());
  }

  /** Both have worked for the same time: statements that read more pages a call than before. */
  private void grown() throws SQLException {
    LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(5)); // each tick once more
    Map<String, Cost> before = young.statements();
    out.println();
    out.println("Statements of which a call reads more pages than without history:");
    for (Map.Entry<String, Cost> each : old.statements().entrySet()) {
      Cost other = each.getValue();
      Cost one = before.getOrDefault(each.getKey(), new Cost(0, 0, 1));
      double pages = (double) other.pages() / other.calls();
      double few = (double) one.pages() / one.calls();
      if (pages > few * GROWN + DEEPER) {
        String text = each.getKey().replaceAll("\\s+", " ");
        out.printf(
            Locale.ROOT,
            "%.0f, before %.0f: %s%n",
            pages,
            few,
            text.substring(0, Math.min(text.length(), 200)));
      }
    }
  }
}
