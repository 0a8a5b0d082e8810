package vn.kt1.gateway.tracking;

import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.kt1.gateway.shipment.Fault;
import vn.kt1.gateway.shipment.Hint;
import vn.kt1.gateway.shipment.Rejected;

/**
 * What the post's web-hook says, as a hint. SECURITY: anybody could have written it, for its
 * signature cannot be checked with what the post gives out; so only item codes are read of it, and
 * what they are about is asked of the API.
 */
@Component
public class Webhook {

  /**
   * @throws Rejected {@code malformed} when it is no JSON
   */
  public Hint read(byte[] body) {
    try {
      Set<String> codes =
          ChangeReader.orders(Json.read(body)).stream()
              .flatMap(order -> ChangeReader.codes(order).stream())
              .collect(Collectors.toSet());
      return new Hint(codes);
    } catch (NoAnswer unreadable) {
      throw new Rejected(Fault.of(Fault.Code.MALFORMED, "", "json"));
    }
  }
}
