package vn.kt1.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.compress.archivers.zip.Zip64Mode;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/** The same hand-off of so many envelopes in each language (SYNTHETIC). */
final class WrittenHandOffs {

  private static final List<String> HEADER =
      List.of(
          "hand_off_id",
          "sender",
          "handed_off_at",
          "envelope_id",
          "recipient_code",
          "recipient_name",
          "recipient_address",
          "secrecy",
          "urgency",
          "weight_g",
          "entered_in_register");

  private WrittenHandOffs() {}

  static byte[] in(String language, int rows) throws IOException {
    return switch (language) {
      case "json" -> text(json(rows));
      case "csv" -> text(csv(rows));
      case "xlsx" -> xlsx(rows);
      case "xml" -> text(xml(rows));
      default -> throw new IllegalArgumentException(language);
    };
  }

  private static List<String> cells(int row) {
    return List.of(
        "BENCH",
        "H24.16",
        "2026-11-24T08:30:00+07:00",
        "BENCH-" + row,
        "H24.31",
        "Sở Y tế thành phố Hải Phòng",
        "38 Lê Đại Hành, Hải Phòng",
        "Tối mật",
        row % 3 == 0 ? "Hỏa tốc" : "",
        String.valueOf(50 + row % 400),
        "true");
  }

  private static String csv(int rows) {
    StringBuilder file = new StringBuilder(String.join(",", HEADER)).append("\r\n");
    for (int row = 1; row <= rows; row++) {
      cells(row).forEach(cell -> file.append('"').append(cell).append("\","));
      file.setLength(file.length() - 1);
      file.append("\r\n");
    }
    return file.toString();
  }

  private static String json(int rows) {
    StringBuilder file =
        new StringBuilder(
            "{\"handOffId\":\"BENCH\",\"sender\":\"H24.16\","
                + "\"handedOffAt\":\"2026-11-24T08:30:00+07:00\",\"envelopes\":[");
    for (int row = 1; row <= rows; row++) {
      List<String> cells = cells(row);
      file.append(
          """
          {"envelopeId":"%s","recipient":{"code":"%s","name":"%s","address":"%s"},\
          "secrecy":"%s","urgency":"%s","weightGrams":%s,"enteredInRegister":%s},
          """
              .formatted(cells.subList(3, cells.size()).toArray()));
    }
    file.setLength(file.length() - 2);
    return file.append("]}").toString();
  }

  private static byte[] xlsx(int rows) throws IOException {
    try (SXSSFWorkbook book = new SXSSFWorkbook(100);
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      book.setZip64Mode(Zip64Mode.Never); // else the bare reader of archives stumbles
      SXSSFSheet sheet = book.createSheet();
      fill(sheet.createRow(0), HEADER);
      for (int row = 1; row <= rows; row++) {
        fill(sheet.createRow(row), cells(row));
      }
      book.write(out);
      return out.toByteArray();
    }
  }

  private static void fill(Row row, List<String> cells) {
    for (int i = 0; i < cells.size(); i++) {
      row.createCell(i).setCellValue(cells.get(i));
    }
  }

  private static String xml(int rows) {
    StringBuilder file =
        new StringBuilder(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?><edXML><edXMLEnvelope><edXMLHeader>"
                + "<MessageHeader><From><OrganId>H24.16</OrganId></From>");
    for (int row = 1; row <= rows; row++) {
      List<String> cells = cells(row);
      file.append(
          "<To><OrganId>%s</OrganId><OrganName>%s</OrganName><OrganAdd>%s</OrganAdd></To>"
              .formatted(cells.subList(4, 7).toArray()));
    }
    return file.append("</MessageHeader></edXMLHeader></edXMLEnvelope></edXML>").toString();
  }

  private static final String[] STREETS = {
    "Lê Đại Hành",
    "Trần Hưng Đạo",
    "Nguyễn Thị Minh Khai",
    "Hoàng Văn Thụ",
    "Điện Biên Phủ",
    "Lạch Tray",
    "Phan Bội Châu",
    "Tô Hiệu",
    "Cầu Đất",
    "Quang Trung",
    "Hùng Vương"
  };

  private static final String[] WARDS = {
    "Hồng Bàng", "Ngô Quyền", "Lê Chân", "Hải An", "Kiến An", "Đồ Sơn", "An Dương"
  };

  private static final String[] PEOPLE = {
    "Nguyễn Văn An", "Trần Thị Bích Hằng", "Phạm Quốc Dũng", "Lê Hữu Phước", "Vũ Thị Hoà"
  };

  /** A call's body, of recipients of so many kinds at most. */
  static byte[] message(int number, int envelopes, int kinds) {
    StringBuilder body =
        new StringBuilder("{\"handOffId\":\"SKHCN-2026-%06d\",".formatted(number))
            .append("\"sender\":\"H24.16\",\"handedOffAt\":\"2026-11-24T08:30:00+07:00\",")
            .append("\"envelopes\":[");
    for (int i = 0; i < envelopes; i++) {
      body.append(i == 0 ? "" : ",").append(envelope(number, i, (number * envelopes + i) % kinds));
    }
    return text(body.append("]}").toString());
  }

  private static String envelope(int number, int position, int kind) {
    String ward = WARDS[kind % WARDS.length];
    return """
    {"envelopeId":"SKHCN-2026-%06d-%d","recipient":{"code":"H24.31",\
    "name":"Ủy ban nhân dân phường %s, tổ %d","address":"Số %d/%d %s, phường %s, Hải Phòng",\
    "addressee":"%s, phòng %d"},"secrecy":"SECRET","urgency":"EXPRESS","deliverAt":null,\
    "weightGrams":%d,"pieces":1,"enteredInRegister":true,"personalOnly":false,"network":null}
    """
        .formatted(
            number,
            position + 1,
            ward,
            kind,
            kind / 500 + 1,
            kind % 500 + 1,
            STREETS[kind % STREETS.length],
            ward,
            PEOPLE[kind % PEOPLE.length],
            kind,
            50 + kind % 400)
        .strip();
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
