package vn.kt1.bench;

import static vn.kt1.testing.AnEnvelope.named;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.TimeUnit;
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
import vn.kt1.gateway.directory.DirectoryFolder;
import vn.kt1.gateway.policy.RoutingPolicy;
import vn.kt1.gateway.policy.rules.Rules;
import vn.kt1.gateway.shipment.Decided;
import vn.kt1.gateway.shipment.Envelope;
import vn.kt1.gateway.shipment.HandOff;
import vn.kt1.gateway.shipment.Secrecy;
import vn.kt1.gateway.shipment.Urgency;

/** A hand-off of one envelope, and one of 500 (divide by 500), decided by all rules. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class Decisions {

  private static final Instant NOW = Instant.parse("2026-11-22T02:00:00Z");

  @Param({"1", "500"})
  int envelopes;

  private RoutingPolicy policy;
  private HandOff handOff;

  @Setup
  public void prepare() {
    policy =
        new RoutingPolicy(
            DirectoryFolder.read(Path.of("src/test/resources/sandbox/config")),
            Clock.fixed(NOW, ZoneOffset.UTC),
            Rules.all());
    Envelope envelope =
        named("1")
            .to("H24.31")
            .secrecy(Secrecy.TOP_SECRET)
            .urgency(Urgency.EXPRESS)
            .entered(true)
            .sealed();
    List<Envelope> all = java.util.Collections.nCopies(envelopes, envelope);
    handOff = new HandOff("hp-eoffice", "A", "H24.16", NOW, true, "0".repeat(64), all);
  }

  @Benchmark
  public Decided decide() {
    return policy.decide(handOff);
  }
}
