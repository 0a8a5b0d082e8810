package vn.kt1.gateway.door;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.kt1.gateway.shipment.Decision;
import vn.kt1.gateway.shipment.Receipt;

/** A receipt in the words of the contract (3.1). */
final class ReceiptAnswer {

  private ReceiptAnswer() {}

  static byte[] json(Receipt receipt, Locale locale) {
    return JsonText.of(
        new Fields()
            .with("handOffId", receipt.handOffId())
            .with("receivedAt", Times.show(receipt.receivedAt()))
            .with("messageSha256", receipt.messageSha256())
            .with(
                "shipments", receipt.shipments().stream().map(line -> line(line, locale)).toList())
            .done());
  }

  private static Map<String, @Nullable Object> line(Receipt.Line line, Locale locale) {
    Decision decision = line.decision();
    return new Fields()
        .with("envelopeId", line.envelopeId())
        .with("shipmentId", line.shipmentId())
        .with("decision", decision.outcome())
        .with("network", decision.network())
        .with("service", decision.service() == null ? null : decision.service().name())
        .with("reasons", Sentences.reasons(decision.reasons(), locale))
        .with("warnings", Sentences.warnings(decision.warnings(), locale))
        .done();
  }
}
