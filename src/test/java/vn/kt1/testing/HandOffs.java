package vn.kt1.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/** Hand-offs of Hải Phòng as they are written: classified, entered in the register (SYNTHETIC). */
public final class HandOffs {

  public static final String HEADER =
      "hand_off_id,sender,handed_off_at,envelope_id,recipient_code,recipient_name,"
          + "recipient_address,addressee,secrecy,urgency,deliver_at,weight_g,pieces,"
          + "entered_in_register,personal_only,network\n";

  private HandOffs() {}

  public static String now() {
    return ago(Duration.ZERO);
  }

  public static String ago(Duration time) {
    return Instant.now()
        .minus(time)
        .truncatedTo(ChronoUnit.SECONDS)
        .atOffset(ZoneOffset.ofHours(7))
        .toString();
  }

  public static String json(String id, int envelopes) {
    return json(
        id,
        IntStream.rangeClosed(1, envelopes)
            .mapToObj(number -> envelope(id + "-" + number, "\"CONFIDENTIAL\"", ""))
            .collect(Collectors.joining(",")));
  }

  public static String json(String id, String envelopes) {
    return "{\"handOffId\":\"%s\",\"sender\":\"H24.16\",\"handedOffAt\":\"%s\",\"envelopes\":[%s]}"
        .formatted(id, now(), envelopes);
  }

  /** {@code secrecy} as it stands in JSON; {@code more} begins with a comma or is empty. */
  public static String envelope(String id, String secrecy, String more) {
    return """
        {"envelopeId":"%s","recipient":{"code":"H24.31"},"secrecy":%s,"enteredInRegister":true%s}\
        """
        .formatted(id, secrecy, more);
  }

  public static String csv(String id, int envelopes) {
    String now = now();
    return HEADER
        + IntStream.rangeClosed(1, envelopes)
            .mapToObj(
                number ->
                    "%s,H24.16,%s,%s-%d,H24.31,,,,Mật,,,80,1,true,,\n"
                        .formatted(id, now, id, number))
            .collect(Collectors.joining());
  }

  /** The same rows in a workbook, written as large ones are: without shared texts. */
  public static byte[] xlsx(String id, int envelopes) throws IOException {
    try (SXSSFWorkbook book = new SXSSFWorkbook(100);
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      Sheet sheet = book.createSheet();
      String[] lines = csv(id, envelopes).split("\n");
      for (int number = 0; number < lines.length; number++) {
        Row row = sheet.createRow(number);
        String[] cells = lines[number].split(",");
        for (int column = 0; column < cells.length; column++) {
          row.createCell(column).setCellValue(cells[column]);
        }
      }
      book.write(out);
      return out.toByteArray();
    }
  }

  /** A line in the format of sha256sum. */
  public static String sha256Line(String name, String content) {
    return sha256(content.getBytes(StandardCharsets.UTF_8)) + "  " + name + "\n";
  }

  public static String sha256(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
