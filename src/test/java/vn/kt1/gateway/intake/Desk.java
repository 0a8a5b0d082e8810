package vn.kt1.gateway.intake;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.kt1.gateway.directory.Caller;
import vn.kt1.gateway.directory.Caller.Role;
import vn.kt1.gateway.directory.Directory;
import vn.kt1.gateway.evidence.KeptEvidence;
import vn.kt1.gateway.shipment.Fault;
import vn.kt1.gateway.shipment.HandOff;
import vn.kt1.gateway.shipment.Rejected;
import vn.kt1.testing.BadCorpus;

/** An intake without anything around it, at five past nine in Hải Phòng. */
final class Desk {
  static final String CORRELATION = "00aa";

  static final Instant NOW = Instant.parse(BadCorpus.NOW);

  private static final Caller HAI_PHONG =
      new Caller("hp-eoffice", Role.PARTNER, Set.of("H24.16", "H24.31", "H24.61"), null);

  final KeptEvidence evidence = new KeptEvidence(Clock.fixed(NOW, ZoneOffset.UTC));

  private final Intake intake =
      new Intake(
          new Directory(List.of(), List.of(), List.of()),
          IntakeSettings.usual(),
          evidence,
          Clock.fixed(NOW, ZoneOffset.UTC));

  HandOff handOver(String language, @Nullable String fileName, byte[] bytes) {
    return intake.normalise(HAI_PHONG, language, fileName, CORRELATION, bytes);
  }

  HandOff handOver(byte[] json) {
    return handOver("json", null, json);
  }

  Rejected refused(byte[] json) {
    return refused(() -> handOver(json));
  }

  static Rejected refused(Supplier<HandOff> handOver) {
    try {
      handOver.get();
    } catch (Rejected rejected) {
      return rejected;
    }
    throw new AssertionError("the message was accepted");
  }

  /** {@code code pointer row}, the way a table of faults is read. */
  static List<String> shown(Rejected rejected) {
    return rejected.faults().stream().map(Desk::shown).toList();
  }

  private static String shown(Fault fault) {
    String shown = fault.code().text() + " " + fault.pointer();
    return fault.row() == null ? shown : shown + " row " + fault.row();
  }
}
