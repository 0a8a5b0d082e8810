package vn.kt1.gateway.slip;

import java.util.List;

/** The envelopes one carrier signs for. */
record Book(
    String title,
    String heading,
    String signature,
    String receiver,
    List<SlipRow> rows,
    int pieces) {

  static Book of(DeliveryMark way, List<SlipRow> rows) {
    int pieces = rows.stream().mapToInt(SlipRow::pieces).sum();
    return new Book(way.title(), way.heading, way.signature(), way.receiver(), rows, pieces);
  }
}
