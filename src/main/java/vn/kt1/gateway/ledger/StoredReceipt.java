package vn.kt1.gateway.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.kt1.gateway.database.RowJson;
import vn.kt1.gateway.shipment.Decision;
import vn.kt1.gateway.shipment.Receipt;

/**
 * A receipt as stored in {@code hand_off}: the list of different decisions, and in each line the
 * position of its decision. Receipts of earlier versions hold the decision itself in each line.
 */
record StoredReceipt(
    String handOffId,
    Instant receivedAt,
    String messageSha256,
    @Nullable List<Decision> decisions,
    List<Line> shipments) {

  record Line(String envelopeId, String shipmentId, JsonNode decision) {}

  static StoredReceipt of(Receipt receipt) {
    Map<Decision, Integer> places = new LinkedHashMap<>();
    List<Line> lines =
        receipt.shipments().stream()
            .map(
                line -> {
                  int place = places.computeIfAbsent(line.decision(), first -> places.size());
                  return new Line(line.envelopeId(), line.shipmentId(), IntNode.valueOf(place));
                })
            .toList();
    return new StoredReceipt(
        receipt.handOffId(),
        receipt.receivedAt(),
        receipt.messageSha256(),
        List.copyOf(places.keySet()),
        lines);
  }

  Receipt receipt(boolean repeated) {
    List<Receipt.Line> lines =
        shipments.stream()
            .map(line -> new Receipt.Line(line.envelopeId(), line.shipmentId(), decision(line)))
            .toList();
    return new Receipt(handOffId, receivedAt, messageSha256, repeated, lines);
  }

  private Decision decision(Line line) {
    return decisions == null
        ? RowJson.read(line.decision().toString(), Decision.class)
        : decisions.get(line.decision().intValue());
  }
}
