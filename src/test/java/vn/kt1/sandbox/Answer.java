package vn.kt1.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVRecord;
import vn.kt1.sandbox.Journey.Stop;

/**
 * All that the simulated post will ever say about one order, settled when it takes it: whatever is
 * said twice is said in the same bytes.
 */
record Answer(
    String orderId,
    String shipmentId,
    Journey journey,
    String itemCode,
    Instant at,
    Duration step,
    String weight) {
  static final List<String> COLUMNS =
      List.of("order_id", "shipment_id", "journey", "item_code", "at", "step", "weight_g");
  static final List<String> RECEIPT =
      List.of(
          "order_id",
          "shipment_id",
          "result",
          "item_code",
          "accepted_at",
          "post_office",
          "weight_g",
          "reason");
  static final List<String> STATUS =
      List.of("item_code", "status_code", "status_name", "occurred_at", "location", "note");

  static Answer of(CSVRecord row) {
    return new Answer(
        row.get(0),
        row.get(1),
        Journey.valueOf(row.get(2)),
        row.get(3),
        Instant.parse(row.get(4)),
        Duration.parse(row.get(5)),
        row.get(6));
  }

  List<Object> row() {
    return List.of(orderId, shipmentId, journey, itemCode, at, step, weight);
  }

  List<String> receipt() {
    return journey == Journey.REFUSED
        ? List.of(
            orderId,
            shipmentId,
            "REFUSED",
            "",
            "",
            Stop.ACCEPTANCE,
            "",
            "Từ chối theo kịch bản thử")
        : List.of(
            orderId, shipmentId, "ACCEPTED", itemCode, local(at), Stop.ACCEPTANCE, weight, "");
  }

  Answer refused() {
    return new Answer(orderId, shipmentId, Journey.REFUSED, "", at, step, weight);
  }

  boolean reaches(int stop) {
    return stop < journey.stops().size();
  }

  Instant due(int stop) {
    return at.plus(step.multipliedBy(stop + 1L));
  }

  /** The whole way of the item as the tracking API tells it, the stops of the files included. */
  List<SimulatedEntry> history() {
    List<Stop> stops =
        Stream.concat(journey.stops().stream(), journey.apiStops().stream()).toList();
    return IntStream.range(0, stops.size())
        .mapToObj(
            number -> {
              Stop stop = stops.get(number);
              return new SimulatedEntry(
                  LocalDateTime.ofInstant(due(number), ZoneOffset.ofHours(7)),
                  stop.code(),
                  stop.name(),
                  stop.location());
            })
        .toList();
  }

  List<String> status(int number) {
    Stop stop = journey.stops().get(number);
    return List.of(itemCode, stop.code(), stop.name(), local(due(number)), stop.location(), "");
  }

  private static String local(Instant instant) {
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(instant.atOffset(ZoneOffset.ofHours(7)));
  }
}
