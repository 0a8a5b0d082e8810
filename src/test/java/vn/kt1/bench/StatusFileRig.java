package vn.kt1.bench;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import vn.kt1.gateway.shipment.Sha256;
import vn.kt1.testing.FreePort;
import vn.kt1.testing.Jar;
import vn.kt1.testing.PostTree;
import vn.kt1.testing.Site;

/**
 * How fast a long status file is applied: laid on an OpenSSH server, taken by the packed jar, each
 * row an event on a timeline and each item moved to its state; beside it {@code psql \copy} of the
 * same rows into a bare table of the same PostgreSQL, and the same file once more.
 */
public final class StatusFileRig {

  /** What ten rows tell of one item, in the order of the file. */
  private static final List<String> CODES =
      List.of("6", "10", "13", "10", "13", "11", "12", "15", "12", "14");

  private record Round(double gateway, double bare, double again) {
    double ratio() {
      return bare / gateway;
    }
  }

  private final Site site;
  private final Jar gateway;
  private final int rows;
  private final PrintStream out;

  private StatusFileRig(Site site, Jar gateway, int rows, PrintStream out) {
    this.site = site;
    this.gateway = gateway;
    this.rows = rows;
    this.out = out;
  }

  public static void main(String[] arguments) throws Exception {
    Rigs.quiet();
    Options options = new Options(arguments);
    run(
        (int) options.number("--rows", 100_000),
        (int) options.number("--warm-up", 1),
        (int) options.number("--rounds", 5),
        (int) options.number("--heap", 512),
        System.out);
  }

  /** Returns the median of the ratios of all rounds but those in which the gateway warms up. */
  static double run(int rows, int warmUp, int rounds, int megabytes, PrintStream out)
      throws Exception {
    Path folder = Rigs.folder("status-file");
    List<String> machine =
        List.of("-XX:TieredStopAtLevel=4", "-Xmx" + megabytes + "m", "-Dgateway.door.poll=50ms");
    try (Site site = Site.in(folder)) {
      site.largestFile("64MB");
      Jar.Ports ports = new Jar.Ports(FreePort.next(), FreePort.next());
      try (Jar gateway = Jar.start(site, ports, machine).awaitReady()) {
        return new StatusFileRig(site, gateway, rows, out).run(warmUp, rounds);
      }
    }
  }

  private double run(int warmUp, int rounds) throws Exception {
    site.execute(
        """
        create table bare (item_code text, status_code text, status_name text,
          occurred_at timestamptz, location text, note text)
        """);
    handOff();
    for (int number = 0; number < warmUp; number++) {
      measure(number); // the virtual machine learns
    }
    List<Round> measured = new ArrayList<>();
    out.printf("%d rows, %d items a file; seconds%n", rows, items());
    out.println("| round | gateway | psql \\copy | ratio | the same file again |");
    out.println("|---|---|---|---|---|");
    for (int number = 1; number <= rounds; number++) {
      Round round = measure(warmUp + number - 1);
      measured.add(round);
      out.printf(
          Locale.ROOT,
          "| %d | %.2f | %.2f | %.2f | %.2f |%n",
          number,
          round.gateway(),
          round.bare(),
          round.ratio(),
          round.again());
    }
    double median = measured.stream().mapToDouble(Round::ratio).sorted().toArray()[rounds / 2];
    out.printf(Locale.ROOT, "median ratio %.2f; most memory of the gateway %s%n", median, memory());
    return median;
  }

  private Round measure(int number) throws Exception {
    shipments(number);
    String content = content(number);
    Path local = Files.writeString(site.folder().resolve("rows.csv"), content);
    double before = copy(local);
    double first = apply("S-" + number + ".csv", content, rows, 0);
    double after = copy(local);
    double again = apply("S-" + number + ".csv", content, 0, rows);
    return new Round(first, (before + after) / 2, again);
  }

  private int items() {
    return rows / CODES.size();
  }

  private void handOff() {
    site.execute(
        """
        insert into hand_off (partner, hand_off_id, sender_code, sender_province, handed_off_at,
          received_at, content_sha256, receipt)
        values ('hp-eoffice', 'BENCH', 'H24.16', 'hai-phong', now(), now(), 'x', '{}')
        """);
  }

  /** Items the post has accepted, as receipts would have left them. */
  private void shipments(int round) {
    site.execute(
        """
        insert into shipment (shipment_id, hand_off_key, position, envelope_id, sender_code,
          sender_name, sender_province, recipient_code, secrecy, urgency, pieces, personal_only,
          outcome, network, service, reasons, warnings, state, state_since, handed_off_at,
          item_code_raw, item_code, item_code_valid)
        select upper(substr(md5(n || 'r%1$d'), 1, 16)), (select max(hand_off_key) from hand_off), n,
          'E%1$d-' || n, 'H24.16', 'SYNTHETIC', 'hai-phong', 'H24.31', 'NONE', 'NORMAL', 1, false,
          'ROUTED', 'KT1', 'KT1', '[]', '[]', 'ORDERED', now() - interval '3 days',
          now() - interval '3 days', c, c, true
        from generate_series(1, %2$d) n, lateral (
          select 'R%3$s' || lpad(n::text, 9, '0') || 'VN' as c) x
        """
            .formatted(round, items(), letter(round)));
    site.execute(
        """
        insert into inquiry (shipment_id, item_code, due_at, news_at)
        select shipment_id, item_code, now() + interval '1 day', now() from shipment
        where state = 'ORDERED'
        """);
    site.execute("analyze");
  }

  private static char letter(int round) {
    return (char) ('A' + round);
  }

  private String content(int round) {
    StringBuilder csv = new StringBuilder(PostTree.STATUS);
    Instant start = Instant.now().truncatedTo(ChronoUnit.SECONDS).minus(Duration.ofDays(2));
    for (int step = 0; step < CODES.size(); step++) {
      for (int item = 1; item <= items(); item++) {
        csv.append(
            "R%s%09dVN,%s,Trạng thái %d,%s,Bưu cục %d,%n"
                .formatted(
                    letter(round),
                    item,
                    CODES.get(step),
                    step,
                    start.plus(Duration.ofHours(step)).plusSeconds(item % 3000),
                    item % 50));
      }
    }
    return csv.toString();
  }

  /** From the moment the file has its name to the moment its result has. */
  private double apply(String name, String content, int applied, int duplicates)
      throws IOException {
    byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
    Path folder = site.statuses();
    Path done = folder.resolve(".done");
    long before = results(done);
    Files.writeString(folder.resolve(name + ".sha256"), Sha256.of(bytes) + "  " + name + "\n");
    Files.write(folder.resolve(name + ".part"), bytes);
    long start = System.nanoTime();
    Files.move(folder.resolve(name + ".part"), folder.resolve(name));
    await()
        .atMost(Duration.ofMinutes(5))
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(5))
        .until(() -> results(done) > before || Files.exists(folder.resolve(".failed/" + name)));
    double seconds = (System.nanoTime() - start) / 1e9;
    check(done, applied, duplicates);
    return seconds;
  }

  private static long results(Path done) throws IOException {
    if (Files.notExists(done)) {
      return 0;
    }
    try (var files = Files.list(done)) {
      return files.filter(file -> !file.toString().matches(".*\\.(json|sha256.*|part)")).count();
    }
  }

  private static void check(Path done, int applied, int duplicates) throws IOException {
    Path newest;
    try (var files = Files.list(done)) {
      newest =
          files
              .filter(file -> file.toString().endsWith(".result.json"))
              .max((a, b) -> Long.compare(a.toFile().lastModified(), b.toFile().lastModified()))
              .orElseThrow();
    }
    JsonNode result = new ObjectMapper().readTree(newest.toFile());
    if (result.path("applied").asInt() != applied
        || result.path("duplicates").asInt() != duplicates) {
      throw new IllegalStateException("not applied as it should be: " + result);
    }
  }

  private double copy(Path file) throws Exception {
    site.execute("truncate bare");
    Map<String, String> environment = site.environment();
    String url =
        environment.get("GATEWAY_DB_URL").replaceFirst("^jdbc:", "").replaceAll("\\?.*", "");
    String command = "\\copy bare from '" + file + "' with (format csv, header)";
    ProcessBuilder psql = new ProcessBuilder("psql", "-qX", "-d", url, "-c", command);
    psql.environment().put("PGUSER", environment.get("GATEWAY_DB_OWNER_USER"));
    psql.environment().put("PGPASSWORD", environment.get("GATEWAY_DB_OWNER_PASSWORD"));
    long start = System.nanoTime();
    int exit = psql.inheritIO().start().waitFor();
    double seconds = (System.nanoTime() - start) / 1e9;
    if (exit != 0 || !site.sql("select count(*) from bare").equals(List.of("" + rows))) {
      throw new IllegalStateException("psql has not copied the rows");
    }
    return seconds;
  }

  private String memory() throws IOException {
    return Files.readAllLines(Path.of("/proc/" + gateway.pid() + "/status")).stream()
        .filter(line -> line.startsWith("VmHWM"))
        .map(line -> line.replaceAll("\\D+", " ").strip())
        .map(kilobytes -> Long.parseLong(kilobytes) / 1024 + " MiB")
        .findFirst()
        .orElse("unknown");
  }
}
