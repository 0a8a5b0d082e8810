package vn.kt1.gateway.mail;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.kt1.gateway.shipment.Fault;

/**
 * A partner's mail that was refused, as the answer to it needs it.
 *
 * @param code why
 * @param file the name of its file, where an answer may have it
 * @param messageId of the mail; empty where no header may hold it
 * @param problem the problem body, as the other doors answer it
 */
public record RefusedMail(
    String correlationId,
    String code,
    @Nullable String file,
    String messageId,
    List<Fault> faults,
    byte[] problem) {

  public RefusedMail {
    faults = List.copyOf(faults);
  }
}
