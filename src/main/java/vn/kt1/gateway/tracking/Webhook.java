package vn.kt1.gateway.tracking;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.kt1.gateway.shipment.Fault;
import vn.kt1.gateway.shipment.Rejected;

/**
 * Reads the post's web-hook as a hint. SECURITY: anybody could have written it, because the post
 * gives out nothing to check its signature with. So only item codes are read, and the API is asked
 * about these items.
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

  /**
   * The refusal of what the strict mapper could not read. Its message quotes the body and is
   * dropped here.
   */
  public void refuse() {
    throw malformed();
  }

  private static Rejected malformed() {
    return new Rejected(Fault.of(Fault.Code.MALFORMED, "", "json"));
  }
}
