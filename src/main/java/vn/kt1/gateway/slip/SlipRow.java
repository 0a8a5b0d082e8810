package vn.kt1.gateway.slip;

import java.util.stream.Stream;
import vn.kt1.gateway.paper.Printable;

/** One envelope as the template reads it: absent texts are empty, all others fit for paper. */
record SlipRow(
    String shipmentId,
    String envelopeId,
    String recipientCode,
    String recipientName,
    String recipientAddress,
    String addressee,
    int pieces,
    String weight,
    String network,
    String decision,
    String size) {

  static SlipRow of(Slip.Line line) {
    String name = Printable.of(line.recipientName());
    String address = Printable.of(line.recipientAddress());
    String addressee = Printable.of(line.addressee());
    return new SlipRow(
        line.shipmentId(),
        Printable.of(line.envelopeId()),
        Printable.of(line.recipientCode()),
        name,
        address,
        addressee,
        line.pieces(),
        line.weightGrams() == null ? "" : line.weightGrams() + " g",
        line.routed() ? DeliveryMark.of(line).label : "",
        line.decision(),
        size(name, address, addressee));
  }

  /** The longest text decides the type size, so that a label is even and nothing is cut off. */
  private static String size(String... texts) {
    int longest = Stream.of(texts).mapToInt(String::length).max().orElse(0);
    if (longest <= 60) {
      return "large";
    }
    return longest <= 120 ? "medium" : "small-text";
  }
}
