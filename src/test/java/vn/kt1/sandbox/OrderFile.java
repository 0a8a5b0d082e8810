package vn.kt1.sandbox;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Reads files for the post as strictly as the contract words it, so that the sandbox notices drift.
 */
final class OrderFile {
  static final List<String> COLUMNS =
      List.of(
          ("order_id,shipment_id,service,mark,urgency,deliver_at,sender_code,sender_name,"
                  + "sender_address,recipient_code,recipient_name,recipient_address,addressee,"
                  + "personal_only,weight_g,pieces,handed_off_at")
              .split(","));
  static final List<String> CANCELLATION = List.of("order_id", "shipment_id", "asked_at");
  static final CSVFormat FORMAT = CSVFormat.RFC4180.builder().setRecordSeparator("\r\n").get();

  /** What the post needs of an order. */
  record Order(String orderId, String shipmentId, String recipientName, String weight) {}

  /** The file is no order file; the message names no value of it. */
  static final class Unreadable extends Exception {
    private static final long serialVersionUID = 1;

    Unreadable(String message) {
      super(message);
    }
  }

  private OrderFile() {}

  static List<Order> read(byte[] content) throws Unreadable {
    return rows(content, COLUMNS, OrderFile::order);
  }

  /** The one order that a cancellation names. */
  static String cancelled(byte[] content) throws Unreadable {
    List<String> orders = rows(content, CANCELLATION, row -> row.get("order_id"));
    if (orders.size() != 1) {
      throw new Unreadable("more than one order");
    }
    return orders.get(0);
  }

  private static <T> List<T> rows(byte[] content, List<String> header, Function<CSVRecord, T> read)
      throws Unreadable {
    CSVFormat withHeader = FORMAT.builder().setHeader().setSkipHeaderRecord(true).get();
    try (CSVParser parser = CSVParser.parse(new StringReader(text(content)), withHeader)) {
      if (!parser.getHeaderNames().equals(header)) {
        throw new Unreadable("the header is not that of the contract");
      }
      List<T> rows = parser.stream().map(read).toList();
      if (rows.isEmpty()) {
        throw new Unreadable("no row in the file");
      }
      return rows;
    } catch (IOException | UncheckedIOException | IllegalArgumentException malformed) {
      throw new Unreadable("malformed, " + malformed.getClass().getSimpleName());
    }
  }

  private static String text(byte[] content) throws CharacterCodingException {
    return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
  }

  private static Order order(CSVRecord row) {
    if (!row.isConsistent() || row.get("order_id").isBlank() || row.get("shipment_id").isBlank()) {
      throw new IllegalArgumentException("row " + row.getRecordNumber());
    }
    return new Order(
        row.get("order_id"),
        row.get("shipment_id"),
        row.get("recipient_name"),
        row.get("weight_g"));
  }
}
