package vn.kt1.gateway.slip;

import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import vn.kt1.gateway.paper.Printable;
import vn.kt1.gateway.shipment.VietnamTime;

/** The slip as the template reads it, grouped by who signs for the envelopes. */
record SlipPage(
    String handOffId,
    String senderCode,
    String senderName,
    String day,
    String time,
    List<Book> books,
    List<SlipRow> unsent,
    List<List<SlipRow>> sheets) {

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/uuuu");
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");
  private static final int LABELS_ON_A_SHEET = 6;

  static SlipPage of(Slip slip) {
    ZonedDateTime at = slip.handedOffAt().atZone(VietnamTime.VIETNAM);
    List<Slip.Line> routed = slip.lines().stream().filter(Slip.Line::routed).toList();
    List<Slip.Line> others = slip.lines().stream().filter(line -> !line.routed()).toList();
    return new SlipPage(
        Printable.of(slip.handOffId()),
        Printable.of(slip.senderCode()),
        Printable.of(slip.senderName()),
        DAY.format(at),
        TIME.format(at),
        books(routed),
        others.stream().map(SlipRow::of).toList(),
        sheets(routed.stream().map(SlipRow::of).toList()));
  }

  /** One book per network: each is signed for by somebody else. */
  private static List<Book> books(List<Slip.Line> routed) {
    Map<DeliveryMark, List<SlipRow>> rows = new EnumMap<>(DeliveryMark.class);
    for (Slip.Line line : routed) {
      rows.computeIfAbsent(DeliveryMark.of(line), way -> new ArrayList<>()).add(SlipRow.of(line));
    }
    return rows.entrySet().stream().map(e -> Book.of(e.getKey(), e.getValue())).toList();
  }

  private static List<List<SlipRow>> sheets(List<SlipRow> routed) {
    List<List<SlipRow>> sheets = new ArrayList<>();
    for (int from = 0; from < routed.size(); from += LABELS_ON_A_SHEET) {
      sheets.add(routed.subList(from, Math.min(from + LABELS_ON_A_SHEET, routed.size())));
    }
    return sheets;
  }
}
