package vn.kt1.bench;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import vn.kt1.testing.FreePort;
import vn.kt1.testing.Jar;
import vn.kt1.testing.Site;

/**
 * How fast a backlog of orders leaves: owed at one moment, written into files, carried to an
 * OpenSSH server and marked sent by the packed jar. A rate that falls or memory that grows along
 * the way would show that a file costs more the more is owed or done.
 */
public final class OrderDrain {

  private static final int STEP = 10_000;
  private static final int PER_FILE = 500;

  /** What was in use after each collection of the heap. */
  private static final Pattern AFTER = Pattern.compile("->(\\d+)M\\(");

  private final Site site;
  private final Jar gateway;
  private final Path collections;
  private final PrintStream out;

  private OrderDrain(Site site, Jar gateway, Path collections, PrintStream out) {
    this.site = site;
    this.gateway = gateway;
    this.collections = collections;
    this.out = out;
  }

  public static void main(String[] arguments) throws Exception {
    Rigs.quiet();
    Options options = new Options(arguments);
    int orders = (int) options.number("--orders", 100_000) / STEP * STEP;
    String heap = "-Xmx" + options.number("--heap", 512) + "m";
    Path folder = Rigs.folder("order-drain");
    Path collections = folder.resolve("gc.log");
    List<String> machine =
        List.of(
            "-XX:TieredStopAtLevel=4",
            heap,
            "-Xlog:gc:file=" + collections,
            "-Dgateway.orders.every=2s");
    try (Site site = Site.in(folder)) {
      Jar.Ports ports = new Jar.Ports(FreePort.next(), FreePort.next());
      try (Jar gateway = Jar.start(site, ports, machine).awaitReady()) {
        new OrderDrain(site, gateway, collections, System.out).run(orders);
      }
    }
  }

  private void run(int orders) throws IOException {
    owe(PER_FILE); // the virtual machine learns
    awaitSent(PER_FILE);
    owe(orders);
    out.printf("%d orders, %d a file%n", orders, PER_FILE);
    out.println("| orders sent | orders/s | heap after a collection, MiB | process, MiB |");
    out.println("|---|---|---|---|");
    for (int sent = STEP; sent <= orders; sent += STEP) {
      long start = System.nanoTime();
      awaitSent(PER_FILE + sent);
      double seconds = (System.nanoTime() - start) / 1e9;
      out.printf(
          Locale.ROOT, "| %d | %.0f | %s | %d |%n", sent, STEP / seconds, heap(), resident());
    }
  }

  /** As they would be after hand-offs of ten, owed in one moment and of one province. */
  private void owe(int orders) {
    site.execute(
        """
        with opened as (
          insert into hand_off (partner, hand_off_id, sender_code, sender_province, handed_off_at,
            received_at, content_sha256, receipt, correlation_id)
          select 'hp-eoffice', 'DRAIN-%1$d-' || n, 'H24.16', 'hai-phong', now(), now(), 'x', '{}',
            gen_random_uuid()::text
          from generate_series(1, %1$d / 10) n returning hand_off_key),
        handed as (
          insert into shipment (shipment_id, hand_off_key, position, envelope_id, sender_code,
            sender_name, sender_address, sender_province, recipient_code, recipient_name,
            recipient_address, secrecy, urgency, pieces, personal_only, outcome, network, service,
            reasons, warnings, state, state_since, handed_off_at)
          select upper(substr(md5(hand_off_key || '-' || n), 1, 16)), hand_off_key, n, 'E-' || n,
            'H24.16', 'SYNTHETIC', 'SYNTHETIC', 'hai-phong', 'H24.31', 'SYNTHETIC', 'SYNTHETIC',
            'CONFIDENTIAL', 'NORMAL', 1, false, 'ROUTED', 'KT1', 'KT1_C', '[]', '[]', 'REGISTERED',
            now(), now()
          from opened, generate_series(1, 10) n returning shipment_id)
        insert into outbox (topic, key, province, since, due_at)
        select 'order', shipment_id, 'hai-phong', now(), now() from handed
        """
            .formatted(orders));
  }

  private void awaitSent(int orders) {
    await()
        .atMost(Duration.ofMinutes(5))
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(50))
        .until(() -> sent() >= orders);
  }

  private long sent() {
    String files = "select count(*) from order_file where sent_at is not null";
    return Long.parseLong(site.sql(files).get(0)) * PER_FILE;
  }

  private String heap() throws IOException {
    return AFTER
        .matcher(Files.readString(collections))
        .results()
        .map(MatchResult::group)
        .reduce((earlier, later) -> later)
        .map(after -> after.replaceAll("\\D", ""))
        .orElse("none yet");
  }

  private long resident() throws IOException {
    return Files.readAllLines(Path.of("/proc/" + gateway.pid() + "/status")).stream()
        .filter(line -> line.startsWith("VmRSS"))
        .map(line -> line.replaceAll("\\D+", " ").strip())
        .mapToLong(kilobytes -> Long.parseLong(kilobytes) / 1024)
        .findFirst()
        .orElseThrow();
  }
}
