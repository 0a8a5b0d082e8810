package vn.kt1.bench;

import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.kt1.bench.bare.BareService;
import vn.kt1.testing.FreePort;
import vn.kt1.testing.Jar;
import vn.kt1.testing.Site;

/**
 * Hand-offs by REST to the packed jar with login, policy, guard and evidence, on a PostgreSQL with
 * durable commits; before and after each point pgbench writes the same rows in one transaction, and
 * beside it a bare service. All share the cores of one machine.
 */
public final class IntakeRig {

  private static final String PARTNER = "hp-eoffice";

  /** Files and news that have not left. */
  /** Mails are owed by the calendar too, and there is no mail server here. */
  private static final String UNSENT =
      "select (select count(*) from dispatch where sent_at is null and kind in ('ORDER_FILE',"
          + " 'CANCELLATION', 'STATUS_FILE')) + (select count(*) from news)";

  private static final List<String> PRODUCTION = List.of("-XX:TieredStopAtLevel=4", "-Xmx1g");

  /** No limit of one caller comes first, and each point has its share of news. */
  private static final List<String> MEASURED =
      List.of(
          "-Dgateway.admin.rate.requests-per-second=10000",
          "-Dgateway.admin.rate.burst=10000",
          "-Dgateway.news.every=5s");

  /** The makers of orders and news look once a day. */
  private static final List<String> RESTING =
      List.of("-Dgateway.orders.every=1d", "-Dgateway.news.look=1d");

  /**
   * One line of the table.
   *
   * @param rate hand-offs a second
   * @param java {@code postgres} and {@code client}: time on the cores for one hand-off, in
   *     milliseconds, with that for the work that was put off
   * @param owed orders that were not in a file yet when the last hand-off was taken
   */
  record Point(
      boolean orders,
      int envelopes,
      int clients,
      double pgbench,
      double rate,
      double bare,
      double p50,
      double p99,
      double java,
      double postgres,
      double client,
      long owed,
      long refused) {

    double ratio() {
      return rate / pgbench;
    }

    double bareRatio() {
      return bare / pgbench;
    }
  }

  private final Site site;
  private final Database database;
  private final String token;
  private final int seconds;
  private final PrintStream out;

  private IntakeRig(Site site, String token, int seconds, PrintStream out) {
    this.site = site;
    this.database = new Database(site.environment());
    this.token = token;
    this.seconds = seconds;
    this.out = out;
  }

  /**
   * {@code --clients 1,8,32 --envelopes 1,10 --orders with,without --seconds 10}; {@code --bare no}
   * leaves the bare service out.
   */
  public static void main(String[] arguments) throws Exception {
    Rigs.quiet();
    run(new Options(arguments), System.out);
  }

  static List<Point> run(Options options, PrintStream out) throws Exception {
    Path folder = Rigs.folder("intake");
    List<Point> points = new ArrayList<>();
    try (Site site = Rigs.site(folder)) {
      String token = Rigs.token(site, PARTNER);
      int seconds = (int) options.number("--seconds", 10);
      IntakeRig rig = new IntakeRig(site, token, seconds, out);
      rig.database.createBareTables();
      rig.head();
      for (String orders : options.text("--orders", "with,without").split(",")) {
        points.addAll(rig.measure(options, orders.equals("with")));
      }
    }
    return points;
  }

  /**
   * @param orders with or without
   */
  static List<String> machine(String orders) {
    List<String> machine = new ArrayList<>(PRODUCTION);
    machine.addAll(MEASURED);
    machine.addAll(orders.equals("with") ? List.of() : RESTING);
    return machine;
  }

  private List<Point> measure(Options options, boolean orders) throws Exception {
    List<String> machine = machine(orders ? "with" : "without");
    Jar.Ports ports = new Jar.Ports(FreePort.next(), FreePort.next());
    List<Point> points = new ArrayList<>();
    try (Jar gateway = Jar.start(site, ports, machine).awaitReady();
        Bare bare = options.text("--bare", "yes").equals("yes") ? new Bare() : null) {
      for (int envelopes : options.numbers("--envelopes", "1,10")) {
        IntakeLoad load =
            new IntakeLoad(ports.api(), "/api/v1/hand-offs", "Bearer " + token, envelopes);
        load.run(8, Duration.ofSeconds(options.number("--warm-up", 2L * seconds)));
        String script = database.transaction(envelopes);
        for (int clients : options.numbers("--clients", "1,8,32")) {
          points.add(point(gateway, bare, load, script, orders, envelopes, clients));
          row(points.get(points.size() - 1));
        }
      }
      agree(gateway, points);
    }
    return points;
  }

  private Point point(
      Jar gateway,
      Bare bare,
      IntakeLoad load,
      String script,
      boolean orders,
      int envelopes,
      int clients)
      throws Exception {
    int half = Math.max(2, seconds / 2);
    awaitRest(orders);
    double before = database.pgbench(script, clients, half);
    long server = database.server();
    double java = Cpu.of(gateway.pid());
    double postgres = Cpu.of(server);
    double client = Cpu.ownOf(ProcessHandle.current().pid());
    IntakeLoad.Outcome taken = load.run(clients, Duration.ofSeconds(seconds));
    client = Cpu.ownOf(ProcessHandle.current().pid()) - client;
    long owed = owed();
    awaitRest(orders);
    java = Cpu.of(gateway.pid()) - java;
    postgres = Cpu.of(server) - postgres;
    double beside = bare == null ? 0 : bare.run(envelopes, clients).perSecond();
    double after = database.pgbench(script, clients, half);
    return new Point(
        orders,
        envelopes,
        clients,
        (before + after) / 2,
        taken.perSecond(),
        beside,
        taken.percentile(50),
        taken.percentile(99),
        1000 * java / taken.taken(),
        1000 * postgres / taken.taken(),
        1000 * client / taken.taken(),
        owed,
        taken.refused());
  }

  /** Else pgbench and the bare service would share the cores with work that was put off. */
  private void awaitRest(boolean orders) {
    if (orders) {
      await()
          .atMost(Duration.ofMinutes(5))
          .pollInterval(Duration.ofMillis(200))
          .until(() -> owed() < 500 && database.one(UNSENT).equals("0"));
    }
  }

  private long owed() {
    return Long.parseLong(database.one("select count(*) from outbox where topic = 'order'"));
  }

  private void head() {
    out.println(
        "| orders and news | envelopes | clients | pgbench, tps | gateway, hand-offs/s | ratio |"
            + " bare service, ratio | p50, ms | p99, ms | Java, ms | PostgreSQL, ms | client, ms |"
            + " orders owed | refused |");
    out.println("|---|---|---|---|---|---|---|---|---|---|---|---|---|---|");
  }

  private void row(Point point) {
    out.printf(
        Locale.ROOT,
        "| %s | %d | %d | %.0f | %.0f | %.2f | %.2f | %.1f | %.1f | %.2f | %.2f | %.2f | %d | %d"
            + " |%n",
        point.orders() ? "at work" : "at rest",
        point.envelopes(),
        point.clients(),
        point.pgbench(),
        point.rate(),
        point.ratio(),
        point.bareRatio(),
        point.p50(),
        point.p99(),
        point.java(),
        point.postgres(),
        point.client(),
        point.owed(),
        point.refused());
  }

  /**
   * Nothing was refused, every receipt stands in the ledger, and the gateway has met no failure.
   */
  private void agree(Jar gateway, List<Point> points) {
    long refused = points.stream().mapToLong(Point::refused).sum();
    long failures =
        refused + gateway.log().lines().filter(line -> line.contains("\"ERROR\"")).count();
    String events = database.one("select count(*) from event where raw_code = 'REGISTERED'");
    String shipments = database.one("select count(*) from shipment");
    if (failures > 0 || !events.equals(shipments)) {
      throw new IllegalStateException(
          failures + " failures; " + shipments + " shipments, registered " + events);
    }
  }

  /** The bare service in a process of its own, with the same virtual machine. */
  private final class Bare implements AutoCloseable {

    private final int port = FreePort.next();
    private final Process process;

    Bare() throws IOException {
      List<String> line = new ArrayList<>(List.of(Jar.java().toString()));
      line.addAll(PRODUCTION);
      line.addAll(List.of("-cp", classPath()));
      line.add(BareService.class.getName());
      line.add("--server.port=" + port);
      ProcessBuilder builder = new ProcessBuilder(line).directory(site.folder().toFile());
      Map<String, String> environment = builder.environment();
      environment.put("SPRING_DATASOURCE_URL", database.url());
      environment.put("SPRING_DATASOURCE_USERNAME", database.user());
      environment.put("SPRING_DATASOURCE_PASSWORD", database.password());
      Path log = site.folder().resolve("bare-" + port + ".log");
      process = builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
      await().atMost(Duration.ofSeconds(60)).until(this::listens);
    }

    /** Without the gateway's own classes: they would look at the settings of a start. */
    private static String classPath() {
      return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
          .filter(entry -> !entry.endsWith("/classes"))
          .map(entry -> Path.of(entry).toAbsolutePath().toString())
          .collect(Collectors.joining(File.pathSeparator));
    }

    private boolean listens() {
      if (!process.isAlive()) {
        throw new IllegalStateException("the bare service has not started");
      }
      try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
        return socket.isConnected();
      } catch (IOException notYet) {
        return false;
      }
    }

    IntakeLoad.Outcome run(int envelopes, int clients) throws InterruptedException {
      IntakeLoad load = new IntakeLoad(port, "/hand-offs", "none", envelopes);
      load.run(clients, Duration.ofSeconds(seconds / 2));
      IntakeLoad.Outcome outcome = load.run(clients, Duration.ofSeconds(seconds));
      if (outcome.refused() > 0) {
        throw new IllegalStateException("the bare service has refused " + outcome.refused());
      }
      return outcome;
    }

    @Override
    public void close() {
      process.destroy();
      process.onExit().join();
    }
  }
}
