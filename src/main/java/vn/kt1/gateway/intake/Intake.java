package vn.kt1.gateway.intake;

import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import vn.kt1.gateway.directory.Caller;
import vn.kt1.gateway.directory.Directory;
import vn.kt1.gateway.evidence.Evidence;
import vn.kt1.gateway.shipment.HandOff;
import vn.kt1.gateway.shipment.Rejected;
import vn.kt1.gateway.shipment.Resolution;

/** Turns the bytes of a message in one of the languages into a hand-off, or reports its faults. */
@Component
@EnableConfigurationProperties(IntakeSettings.class)
public class Intake {

  private final Normaliser normaliser;
  private final Evidence evidence;

  Intake(Directory directory, IntakeSettings limits, Evidence evidence, Clock clock) {
    this.normaliser = new Normaliser(directory, limits, clock);
    this.evidence = evidence;
  }

  /**
   * @param language a file ending of the contract (4.1), without its dot
   * @param fileName the name a file came under, null for a message
   * @param correlationId the id that the answer to the sender has, too
   * @throws Rejected naming every fault
   */
  public HandOff normalise(
      Caller caller,
      @Nullable String language,
      @Nullable String fileName,
      String correlationId,
      byte[] bytes) {
    try {
      return normaliser.normalise(caller, language, fileName, bytes);
    } catch (Rejected rejected) {
      evidence.contentRefused(caller.name(), correlationId, bytes.length, rejected);
      throw rejected;
    }
  }

  /**
   * The answer to a held shipment passes the same guard.
   *
   * @param correlationId the id that the answer to the caller has, too
   * @throws Rejected naming every fault
   */
  public Resolution answer(Caller caller, String correlationId, byte[] bytes) {
    try {
      return normaliser.answer(caller, bytes);
    } catch (Rejected rejected) {
      evidence.contentRefused(caller.name(), correlationId, bytes.length, rejected);
      throw rejected;
    }
  }
}
