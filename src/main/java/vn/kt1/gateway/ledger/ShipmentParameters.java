package vn.kt1.gateway.ledger;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import vn.kt1.gateway.shipment.Decision;
import vn.kt1.gateway.shipment.ItemCode;
import vn.kt1.gateway.shipment.Network;
import vn.kt1.gateway.shipment.ShipmentState;
import vn.kt1.gateway.shipment.UnitCode;
import vn.kt1.gateway.web.Parameters;

/** The query parameters of a list of shipments, and the cursor that leads to its next page. */
public final class ShipmentParameters {

  private static final String OWN_ID = "[A-Za-z0-9._-]{1,64}";

  private ShipmentParameters() {}

  public static ShipmentQuery query(Parameters given) {
    ShipmentQuery query =
        new ShipmentQuery(
            given.read("unit", UnitCode::normalise),
            given.read("state", ShipmentState::valueOf),
            given.read("network", Network::valueOf),
            given.read("decision", Decision.Outcome::valueOf),
            given.read("itemCode", code -> ItemCode.of(code).normalised()),
            given.named("handOffId", OWN_ID),
            given.named("envelopeId", OWN_ID),
            given.named("orderId", OWN_ID),
            given.read("from", Parameters::time),
            given.read("to", Parameters::time),
            given.read("cursor", ShipmentParameters::cursor),
            given.limit());
    given.end();
    return query;
  }

  public static @Nullable String cursor(ShipmentPage page) {
    ShipmentQuery.Cursor next = page.next();
    if (next == null) {
      return null;
    }
    String text = next.handedOffAt() + " " + next.shipmentId();
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.US_ASCII));
  }

  private static ShipmentQuery.Cursor cursor(String text) {
    String[] parts =
        new String(Base64.getUrlDecoder().decode(text), StandardCharsets.US_ASCII).split(" ", -1);
    if (parts.length != 2 || !parts[1].matches("[A-Z0-9-]{0,16}")) {
      throw new IllegalArgumentException("not a cursor");
    }
    return new ShipmentQuery.Cursor(Parameters.datable(Instant.parse(parts[0])), parts[1]);
  }
}
