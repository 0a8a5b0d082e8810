package vn.kt1.bench;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.slf4j.LoggerFactory;
import vn.kt1.gateway.directory.Caller;
import vn.kt1.gateway.directory.Directory;
import vn.kt1.gateway.directory.DirectoryFolder;
import vn.kt1.gateway.intake.IntakeSettings;
import vn.kt1.gateway.intake.Normaliser;
import vn.kt1.gateway.ledger.Ledger;
import vn.kt1.gateway.ledger.LedgerWithoutDatabase;
import vn.kt1.gateway.policy.RoutingPolicy;
import vn.kt1.gateway.policy.rules.Rules;
import vn.kt1.gateway.shipment.Decided;
import vn.kt1.gateway.shipment.HandOff;
import vn.kt1.gateway.shipment.Receipt;
import vn.kt1.gateway.web.ReceiptAnswer;

/**
 * One hand-off in JSON from its bytes to the bytes of its receipt, as a whole and step by step,
 * with everything the database would be given, but without a database.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(value = 1, jvmArgsAppend = "-Xmx512m")
public class HandOffsTaken {

  private static final Instant NOW = Instant.parse("2026-11-24T02:00:00Z");
  private static final Caller CALLER =
      new Caller("hp-eoffice", Caller.Role.PARTNER, Set.of("H24.16"), null);

  /** So many different messages follow each other. */
  private static final int MESSAGES = 4_096;

  @Param({"1", "10"})
  int envelopes;

  /** Whether each envelope has another recipient, or all have one of four. */
  @Param({"few", "different"})
  String texts;

  private Normaliser normaliser;
  private RoutingPolicy policy;
  private Ledger ledger;
  private byte[][] messages;
  private HandOff[] handOffs;
  private Decided[] decided;
  private Receipt receipt;
  private int next;

  @Setup
  public void prepare() {
    ((Logger) LoggerFactory.getLogger("vn.kt1")).setLevel(Level.WARN); // lines are not measured
    Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    Directory directory = DirectoryFolder.read(Path.of("src/test/resources/sandbox/config"));
    normaliser = new Normaliser(directory, IntakeSettings.usual(), clock);
    policy = new RoutingPolicy(directory, clock, Rules.all());
    ledger = LedgerWithoutDatabase.of(directory, clock);
    int kinds = texts.equals("few") ? 4 : Integer.MAX_VALUE;
    messages =
        IntStream.range(0, MESSAGES)
            .mapToObj(i -> WrittenHandOffs.message(i, envelopes, kinds))
            .toArray(byte[][]::new);
    handOffs =
        IntStream.range(0, MESSAGES).mapToObj(i -> read(messages[i])).toArray(HandOff[]::new);
    decided =
        IntStream.range(0, MESSAGES)
            .mapToObj(i -> policy.decide(handOffs[i]))
            .toArray(Decided[]::new);
    receipt = ledger.register(decided[0], "c", null);
  }

  private int next() {
    next = (next + 1) % MESSAGES;
    return next;
  }

  private HandOff read(byte[] message) {
    return normaliser.normalise(CALLER, "json", null, message);
  }

  @Benchmark
  public byte[] whole() throws IOException {
    Decided all = policy.decide(read(messages[next()]));
    return answer(ledger.register(all, "correlation", null));
  }

  @Benchmark
  public HandOff normalised() {
    return read(messages[next()]);
  }

  @Benchmark
  public Decided decided() {
    return policy.decide(handOffs[next()]);
  }

  @Benchmark
  public Receipt registered() {
    return ledger.register(decided[next()], "correlation", null);
  }

  @Benchmark
  public byte[] answered() throws IOException {
    return answer(receipt);
  }

  private static byte[] answer(Receipt receipt) throws IOException {
    return ReceiptAnswer.of(receipt, Locale.ROOT).open().readAllBytes();
  }
}
