package vn.kt1.bench;

import static org.awaitility.Awaitility.await;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import vn.kt1.sandbox.Api;
import vn.kt1.sandbox.Credentials;
import vn.kt1.sandbox.SimulatedPost;
import vn.kt1.testing.FreePort;
import vn.kt1.testing.Jar;
import vn.kt1.testing.PostTree;
import vn.kt1.testing.Site;

/**
 * Kills the packed jar with SIGKILL at random moments while e-offices hand over by REST and SFTP
 * and a post answers, on PostgreSQL and OpenSSH, and holds the books against each other after each.
 */
public final class CrashRig {
  /** Under load this long at most before the kill, in milliseconds. */
  private static final int LONGEST_LOAD = 4_000;

  /** One kill in so many hits a gateway that is still starting, after a time below that. */
  private static final int STARTING = 4;

  /** One kill in so many waits until an order file is just leaving. */
  private static final int LEAVING = 3;

  private static final int LONGEST_START = 6_000;

  /** What was found after the last crash; {@code faults} names each thing lost or doubled. */
  public record Outcome(int crashes, int lost, int doubled, boolean balanced, List<String> faults) {
    public boolean sound() {
      return lost == 0 && doubled == 0 && balanced;
    }
  }

  private final Path folder;
  private final Random random;
  private final PrintStream out;

  public CrashRig(Path folder, long seed, PrintStream out) {
    this.folder = folder;
    this.random = new Random(seed);
    this.out = out;
  }

  /** Runs until that many kills have been survived, or one was not. */
  public Outcome run(int crashes) throws Exception {
    try (Site site = Site.in(folder).sealed();
        SimulatedPost post =
            new SimulatedPost(
                site.ssh().root(),
                folder.resolve("memory"),
                Clock.systemUTC(),
                Duration.ofMillis(300))) {
      post.opening(site::opened).start();
      return crash(site, crashes);
    }
  }

  private Outcome crash(Site site, int crashes) throws Exception {
    Jar.Ports ports = new Jar.Ports(FreePort.next(), FreePort.next());
    Jar gateway = Jar.start(site, ports).awaitReady();
    try (Load load = new Load(site, gateway.api(Rigs.token(site, "hp-eoffice")))) {
      Api actuator = gateway.management("rig", password(site));
      load.start();
      Outcome outcome = new Outcome(0, 0, 0, true, List.of());
      while (outcome.crashes() < crashes && outcome.sound()) {
        long loaded = kill(site, ports, gateway);
        gateway = Jar.start(site, ports).awaitReady();
        load.pause();
        outcome = check(site, load, actuator, outcome.crashes() + 1);
        load.resume();
        tell(outcome, crashes, loaded);
      }
      return outcome;
    } finally {
      gateway.close();
    }
  }

  private static void awaitNextOrderFile(Site site) {
    PostTree post = new PostTree(site);
    int files = post.files().size();
    await().atMost(Duration.ofSeconds(60)).until(() -> post.files().size() > files);
  }

  /** Now and then the next gateway is killed too, while it is still starting. */
  private long kill(Site site, Jar.Ports ports, Jar gateway) throws Exception {
    if (random.nextInt(LEAVING) == 0) {
      awaitNextOrderFile(site);
    }
    long loaded = pause(LONGEST_LOAD);
    gateway.kill();
    if (random.nextInt(STARTING) == 0) {
      Jar starting = Jar.start(site, ports);
      pause(LONGEST_START);
      starting.kill();
    }
    return loaded;
  }

  private long pause(int most) {
    long wanted = random.nextInt(most);
    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(wanted));
    return wanted;
  }

  private Outcome check(Site site, Load load, Api actuator, int crashes) {
    Books books = new Books(site);
    books.settle();
    books.check(load);
    boolean balanced = actuator.get("/gateway").body().path("balanced").asBoolean();
    List<String> faults = new ArrayList<>();
    books.lost().forEach(each -> faults.add("lost: " + each));
    books.doubled().forEach(each -> faults.add("doubled: " + each));
    out.printf(
        "  %d hand-offs, %d files in %d commits, %d orders, %d status rows%n",
        load.acknowledged().size(),
        load.dropped().size(),
        books.commits(),
        books.orderCount(),
        books.statusRowCount());
    return new Outcome(crashes, books.lost().size(), books.doubled().size(), balanced, faults);
  }

  private void tell(Outcome outcome, int crashes, long loaded) {
    out.printf(
        "crash %d of %d after %d ms of load: lost %d, doubled %d, balanced %s%n",
        outcome.crashes(), crashes, loaded, outcome.lost(), outcome.doubled(), outcome.balanced());
    outcome.faults().forEach(fault -> out.println("  " + fault));
  }

  private static String password(Site site) throws Exception {
    String password = Credentials.freshSecret();
    Rigs.said(Jar.tell(site, password + "\n", "add-user", "rig", "--role", "ADMIN"));
    // Nobody is there to choose another.
    site.execute("update login set must_change = false where name = 'rig'");
    return password;
  }

  /** {@code --crashes N}, {@code --seed S}; exit code 0 when nothing was lost or doubled. */
  public static void main(String[] arguments) throws Exception {
    Rigs.quiet();
    Options options = new Options(arguments);
    int crashes = (int) options.number("--crashes", 20);
    long seed = options.number("--seed", System.nanoTime());
    System.out.println("seed " + seed);
    Path folder = Rigs.folder("crash");
    Outcome outcome = new CrashRig(folder, seed, System.out).run(crashes);
    System.out.printf("lost %d, doubled %d%n", outcome.lost(), outcome.doubled());
    System.exit(outcome.sound() && outcome.crashes() == crashes ? 0 : 1);
  }
}
