package vn.kt1.gateway.held;

import java.util.Set;
import org.springframework.stereotype.Component;
import vn.kt1.gateway.directory.Caller;
import vn.kt1.gateway.directory.Caller.Role;
import vn.kt1.gateway.held.Resolutions.Resolved;
import vn.kt1.gateway.ledger.ShipmentAnswer;
import vn.kt1.gateway.shipment.Resolution;
import vn.kt1.gateway.web.Call;
import vn.kt1.gateway.web.HttpAnswer;
import vn.kt1.gateway.web.JsonText;
import vn.kt1.gateway.web.Parameters;

/**
 * The call that answers a held shipment. A shipment the caller may not see does not exist for the
 * caller.
 */
@Component
public class Resolving {

  private static final String SHIPMENT = "shipmentId";

  private final Resolutions resolutions;

  Resolving(Resolutions resolutions) {
    this.resolutions = resolutions;
  }

  /** Runs before the answer is read. A caller who may not answer is told only that. */
  public void permit(Call call) {
    Parameters.of(call).end();
    sender(call);
  }

  private String sender(Call call) {
    return resolutions.permit(call.caller(), call.id(SHIPMENT)).orElseThrow(Call::notFound);
  }

  /**
   * In whose name a refusal of forbidden content is told: it concerns the province of the sender,
   * even if an operator wrote the answer. The login of the operator does not belong in a mail.
   */
  public Caller concerned(Call call) {
    Caller caller = call.caller();
    boolean own = caller.role() == Role.PARTNER || caller.role() == Role.CLERK;
    return own
        ? caller
        : new Caller(caller.role().name(), caller.role(), Set.of(sender(call)), null);
  }

  public HttpAnswer resolve(Call call, Resolution resolution) {
    return resolutions
        .resolve(call.caller(), call.actor(), call.id(SHIPMENT), resolution)
        .map(resolved -> answer(call, resolved))
        .orElseThrow(Call::notFound);
  }

  private static HttpAnswer answer(Call call, Resolved resolved) {
    return resolved.shipment() == null
        ? HttpAnswer.of(
            202,
            HttpAnswer.JSON,
            JsonText.of(ShipmentAnswer.awaitingASecondPerson(resolved.shipmentId())))
        : HttpAnswer.ok(ShipmentAnswer.resolved(resolved.shipment(), call.locale()));
  }
}
