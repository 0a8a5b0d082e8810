package vn.kt1.gateway.intake;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import vn.kt1.gateway.shipment.Envelope;
import vn.kt1.gateway.shipment.Fault;
import vn.kt1.gateway.shipment.HandOffField;

/** A table of one ordinary envelope with one cell, or all of it, as some program writes it. */
final class CsvFile {

  private CsvFile() {}

  private static Map<HandOffField, String> ordinary() {
    Map<HandOffField, String> row = new LinkedHashMap<>();
    Arrays.stream(HandOffField.values()).forEach(field -> row.put(field, ""));
    row.put(HandOffField.HAND_OFF_ID, "HP-1");
    row.put(HandOffField.SENDER, "H24.16");
    row.put(HandOffField.HANDED_OFF_AT, "2026-11-22T09:00:00+07:00");
    row.put(HandOffField.ENVELOPE_ID, "1");
    row.put(HandOffField.RECIPIENT_CODE, "H24.31");
    row.put(HandOffField.SECRECY, "NONE");
    return row;
  }

  static String header() {
    return Arrays.stream(HandOffField.values())
        .map(HandOffField::column)
        .collect(Collectors.joining(","));
  }

  static String row(HandOffField field, String cell) {
    Map<HandOffField, String> row = ordinary();
    row.put(field, cell);
    return row.values().stream()
        .map(one -> "\"" + one.replace("\"", "\"\"") + "\"")
        .collect(Collectors.joining(","));
  }

  static String row() {
    return row(HandOffField.ENVELOPE_ID, "1");
  }

  static Envelope read(HandOffField field, String cell) {
    return read(header() + "\n" + row(field, cell) + "\n").get(0);
  }

  static List<Envelope> read(String csv) {
    return read(csv.getBytes(StandardCharsets.UTF_8));
  }

  static List<Envelope> read(byte[] csv) {
    return new Desk().handOver("csv", "HP-1.csv", csv).envelopes();
  }

  static List<Fault> refused(HandOffField field, String cell) {
    return refused(header() + "\n" + row(field, cell) + "\n");
  }

  static List<Fault> refused(String csv) {
    byte[] bytes = csv.getBytes(StandardCharsets.UTF_8);
    return Desk.refused(() -> new Desk().handOver("csv", "HP-1.csv", bytes)).faults();
  }
}
