package vn.kt1.gateway.tracking;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.kt1.gateway.shipment.Fault;
import vn.kt1.gateway.shipment.Rejected;

/**
 * What the post's web-hook says, as a hint. SECURITY: anybody could have written it, for its
 * signature cannot be checked with what the post gives out; so only item codes are read of it, and
 * what they are about is asked of the API.
 */
@Component
public class Webhook {

  /**
   * @throws Rejected {@code malformed} when it is neither object nor list
   */
  public Hint read(JsonNode body) {
    if (!body.isContainerNode()) {
      throw malformed();
    }
    return new Hint(
        ChangeReader.orders(body).stream()
            .flatMap(order -> ChangeReader.codes(order).stream())
            .collect(Collectors.toSet()));
  }

  /** Of what the strict mapper could not read; its message quotes the body and ends here. */
  public void refuse() {
    throw malformed();
  }

  private static Rejected malformed() {
    return new Rejected(Fault.of(Fault.Code.MALFORMED, "", "json"));
  }
}
