package vn.kt1.gateway.web;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.kt1.gateway.shipment.Decision;
import vn.kt1.gateway.shipment.Receipt;

/** A receipt in the words of the contract (3.1). */
public final class ReceiptAnswer {

  private ReceiptAnswer() {}

  public static LongAnswer<Receipt.Line> of(Receipt receipt, Locale locale) {
    return of(receipt, locale, true);
  }

  /** Degree data is absent, not null, for callers who may not see it. */
  public static LongAnswer<Receipt.Line> of(Receipt receipt, Locale locale, boolean degree) {
    AnswerFields head =
        new AnswerFields()
            .with("handOffId", receipt.handOffId())
            .with("receivedAt", AnswerTimes.show(receipt.receivedAt()));
    // SECURITY: a caller who sees everything else could find the degree by trying which one fits
    // the digest.
    if (degree) {
      head.with("messageSha256", receipt.messageSha256());
    }
    return new LongAnswer<>(
        head.done(), "shipments", receipt.shipments(), line -> line(line, locale, degree));
  }

  private static Map<String, @Nullable Object> line(
      Receipt.Line line, Locale locale, boolean degree) {
    Decision decision = line.decision();
    AnswerFields shown =
        new AnswerFields()
            .with("envelopeId", line.envelopeId())
            .with("shipmentId", line.shipmentId())
            .with("decision", decision.outcome())
            .with("network", decision.network());
    // SECURITY: service and reasons tell the degree.
    return degree
        ? shown
            .with("service", decision.service() == null ? null : decision.service().name())
            .with("reasons", Sentences.reasons(decision.reasons(), locale))
            .with("warnings", Sentences.warnings(decision.warnings(), locale))
            .done()
        : shown.done();
  }
}
