package vn.kt1.gateway.post.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.kt1.gateway.directory.Directory;
import vn.kt1.gateway.directory.DirectoryFolder;
import vn.kt1.gateway.directory.Layout;
import vn.kt1.gateway.shipment.Fault.Code;
import vn.kt1.gateway.shipment.PostFile.RowFault;
import vn.kt1.gateway.shipment.ShipmentState;
import vn.kt1.gateway.shipment.TrackingEvent;

/** The three layouts seen of the post, read by what {@code config/post} says of them. */
class LayoutsTest {

  private static final String DAY_HEADER =
      "LADING_CODE,POSTMAN_CODE,ROUTE_PO_CODE,Mã bưu cục,STATUS_CODE,TYPE_CODE_PAYROLL,"
          + "SERVICE_NAME_PAYROLL,AREA_CODE,SERVICE_CODE,ITEM_TYPE_CODE,KG,STATUS_DATE,QUANTITY\n";

  private final PostReader files =
      new PostReader(DirectoryFolder.read(Path.of("src/test/resources/sandbox/config")));

  @ParameterizedTest
  @CsvSource({
    "20260826, 2026-08-26T16:59:59Z",
    "20260826.0, 2026-08-26T16:59:59Z",
    "26/08/2026, 2026-08-26T16:59:59Z",
    "46260, 2026-08-26T16:59:59Z",
    "46260.0, 2026-08-26T16:59:59Z",
    "46260.5, 2026-08-26T05:00:00Z",
    "26/08/2026 14:05:07, 2026-08-26T07:05:07Z"
  })
  void a_day_in_any_dress_is_the_end_of_that_day(String written, Instant meant) {
    TrackingEvent event = day("RA473124829VN", "5.0", written).rows().get(0);
    assertThat(moment(event, ShipmentState.DELIVERED)).isEqualTo(meant);
    assertThat(event.rawCode()).isEqualTo("5");
    assertThat(event.source()).isEqualTo("bccp-day");
    assertThat(event.location()).isEqualTo("178430");
  }

  @ParameterizedTest
  @CsvSource({
    "DELIVERED, 2026-08-26T16:59:59Z",
    "RETURNED, 2026-08-26T16:59:59Z",
    "IN_TRANSIT, 2026-08-25T17:00:00Z",
    ", 2026-08-25T17:00:00Z"
  })
  void what_is_under_way_on_a_day_hides_no_arrival_of_that_day(
      @Nullable ShipmentState state, Instant meant) {
    assertThat(moment(day("RA473124829VN", "5", "20260826").rows().get(0), state)).isEqualTo(meant);
  }

  @ParameterizedTest
  @ValueSource(strings = {"3", "5", "77"})
  void a_day_is_told_alike_whatever_its_code_means(String code) {
    TrackingEvent event = day("RA473124829VN", code, "20260826").rows().get(0);
    assertThat(event.occurredAt()).isEqualTo(Instant.parse("2026-08-25T17:00:00Z"));
    assertThat(event.dayOnly()).isTrue();
  }

  private static Instant moment(TrackingEvent event, @Nullable ShipmentState state) {
    return TrackingEvent.moment(event.occurredAt(), event.dayOnly(), state);
  }

  @Test
  void titles_above_the_header_have_other_signs_between_them() {
    String csv =
        "Báo cáo ngày 26/08/2026, do bưu điện lập\n\n"
            + "shbg;makh;ngaychapnhan\n"
            + "RA473124829VN;C1;26/08/2026\n";
    assertThat(read("t.csv", csv.getBytes(StandardCharsets.UTF_8)).rows()).hasSize(1);
  }

  @Test
  void of_two_layouts_that_fit_the_one_that_asks_for_more_is_the_files() {
    String csv =
        "Số hiệu bưu gửi,Ngày chấp nhận,Mã BC phát,Thời gian PTC,Chuyển hoàn\n"
            + "RA473124829VN,25/08/2026,180000,26/08/2026 14:05,\n";
    assertThat(read("t.csv", csv.getBytes(StandardCharsets.UTF_8)).rows())
        .extracting(TrackingEvent::rawCode)
        .containsExactly("PTC");
  }

  @Test
  void what_it_tells_of_the_service_is_not_taken() {
    assertThat(day("RA473124829VN", "5", "20260826").rows().toString()).doesNotContain("KT1");
  }

  @ParameterizedTest
  @CsvSource({"20260230", "2026082", "99999999", "32/08/2026"})
  void a_day_there_is_not_is_a_fault_of_its_row(String written) {
    assertThat(day("RA473124829VN", "5", written).faults())
        .extracting(RowFault::code)
        .containsExactly(Code.BAD_VALUE);
  }

  @Test
  void a_header_is_known_composed_or_not_in_any_case_and_with_any_blanks() {
    String header =
        Normalizer.normalize(DAY_HEADER, Normalizer.Form.NFD)
            .replace("LADING_CODE", "\uFEFF lading_code ")
            .replace(",", ";");
    String row = "RA473124829VN;;;178430;5;;;;;;0,05;20260826;1\n";
    assertThat(read("x.csv", (header + row).getBytes(StandardCharsets.UTF_8)).rows())
        .extracting(TrackingEvent::location)
        .containsExactly("178430");
  }

  @Test
  void the_quality_sheet_has_its_header_below_titles_and_tells_what_its_columns_say()
      throws IOException {
    byte[] book =
        workbook(
            new Object[] {"BÁO CÁO ĐO KIỂM CHẤT LƯỢNG"},
            new Object[] {},
            new Object[] {"Ngày", "22/11/2026"},
            new Object[] {"STT", "Số hiệu bưu gửi", "Mã BC phát", "Thời gian PTC", "Chuyển hoàn"},
            new Object[] {1, "RA473124829VN", "180000", "22/11/2026 14:05", null},
            new Object[] {2, "RA000000005VN", "180000", 46348.5, "x"},
            new Object[] {3, "RA000000019VN", "180000", null, null});
    ReadFile<TrackingEvent> read = read("F4.1-2026.11.22.xlsx", book);

    assertThat(read.rowCount()).isEqualTo(3);
    assertThat(read.faults()).isEmpty();
    assertThat(read.rows())
        .extracting(event -> event.row() + " " + event.rawCode() + " " + event.occurredAt())
        .containsExactly("1 PTC 2026-11-22T07:05:00Z", "2 PTC-CH 2026-11-22T05:00:00Z");
  }

  /** The columns as published importers name them (FORMATS, 6), filled up to 42. */
  @Test
  void the_quality_sheet_of_forty_two_columns_is_known() {
    List<String> columns =
        new ArrayList<>(
            List.of(
                "STT,Số hiệu bưu gửi,Mã tỉnh phát,Tên tỉnh phát,Mã BC phát,Loại BCP,Dịch vụ,Loại DV,"
                    .concat("Nhóm SPDV,Mã SPDV,Số hiệu lô,COD,Khối lượng,Mã KHL,BD10,BD8,BD1,")
                    .concat("Thời gian PTC,Nộp tiền,Thời gian chuyển hoàn")
                    .split(",")));
    IntStream.range(columns.size(), 42).forEach(i -> columns.add("Cột " + i));
    String blank = ",".repeat(22);
    String csv =
        String.join(",", columns)
            + "\n1,RA473124829VN,18,Huế,180000,,,,,,,,50,,,,,22/11/2026 14:05,,"
            + blank
            + "\n2,RA000000005VN,18,Huế,180000,,,,,,,,50,,,,,22/11/2026 14:05,,23/11/2026 08:00"
            + blank
            + "\n";
    assertThat(read("F4.1-2026.11.22.csv", csv.getBytes(StandardCharsets.UTF_8)).rows())
        .extracting(TrackingEvent::rawCode)
        .containsExactly("PTC", "PTC-CH");
  }

  @ParameterizedTest
  @CsvSource({
    "22/11/2026, 14:05, 2026-11-22T07:05:00Z",
    "22/11/2026, 14:05:07, 2026-11-22T07:05:07Z",
    "22/11/2026, 2:05 CH, 2026-11-22T07:05:00Z",
    "20261122, 14:05, 2026-11-22T07:05:00Z",
    "20261122.0, 14:05, 2026-11-22T07:05:00Z",
    "46348, 0.5, 2026-11-22T05:00:00Z",
    "22/11/2026 00:00:00, 14:05, 2026-11-22T07:05:00Z",
    "2026-11-22T00:00:00, 1899-12-31T14:05:00, 2026-11-22T07:05:00Z"
  })
  void day_and_hour_may_stand_in_two_columns(String day, String hour, Instant meant) {
    ReadFile<TrackingEvent> read = split("RA473124829VN,14," + day + "," + hour);
    assertThat(read.faults()).isEmpty();
    assertThat(read.rows().get(0).occurredAt()).isEqualTo(meant);
    assertThat(read.rows().get(0).dayOnly()).isFalse();
  }

  @Test
  void of_two_columns_the_hour_may_be_empty_and_must_be_one() {
    TrackingEvent event = split("RA473124829VN,14,22/11/2026,").rows().get(0);
    assertThat(event.occurredAt()).isEqualTo(Instant.parse("2026-11-21T17:00:00Z"));
    assertThat(event.dayOnly()).isTrue();
    RowFault fault = split("RA473124829VN,14,22/11/2026,sáng").faults().get(0);
    assertThat(fault.sentence().en()).contains("Column ngày: ", "layout");
  }

  private static ReadFile<TrackingEvent> split(String row) {
    Layout layout =
        new Layout(
            "split",
            "split",
            "split",
            null,
            List.of("mã"),
            List.of(),
            List.of(),
            List.of(
                new Layout.Event(
                    List.of("tt"), null, List.of("ngày"), List.of("giờ"), List.of(), List.of())),
            List.of(
                DateTimeFormatter.ofPattern("uuuuMMdd"), DateTimeFormatter.ofPattern("dd/MM/uuuu")),
            true,
            null,
            Map.of(),
            false);
    PostReader files =
        new PostReader(new Directory(List.of(), List.of(), List.of(), List.of(layout)));
    return ReadFile.ofStatuses(
        files.statuses(
            "t.csv", ("Mã,TT,Ngày,Giờ\n" + row + "\n").getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void serial_days_and_text_stand_mixed_in_one_column() throws IOException {
    byte[] book =
        workbook(
            new Object[] {null, "SL"},
            new Object[] {"shbg", "makh", "ngaychapnhan", "kltinhcuoc", "diachinguoinhan"},
            new Object[] {"RA473124829VN", "C1", 46348, 50, "x"},
            new Object[] {"RA000000005VN", "C1", "22/11/2026", 50, "x"},
            new Object[] {"RA000000019VN", "C1", new Day(46348), 50, "x"});
    assertThat(read("BF_SL.xlsx", book).rows())
        .extracting(event -> event.rawCode() + " " + event.occurredAt())
        .containsOnly("CHAP-NHAN 2026-11-21T17:00:00Z")
        .hasSize(3);
  }

  private record Day(double serial) {}

  private static byte[] workbook(Object[]... rows) throws IOException {
    try (XSSFWorkbook book = new XSSFWorkbook();
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      Sheet sheet = book.createSheet("Data");
      CellStyle date = book.createCellStyle();
      date.setDataFormat(book.createDataFormat().getFormat("dd/mm/yyyy"));
      for (int i = 0; i < rows.length; i++) {
        Row row = sheet.createRow(i);
        for (int j = 0; j < rows[i].length; j++) {
          fill(row.createCell(j), rows[i][j], date);
        }
      }
      book.write(out);
      return out.toByteArray();
    }
  }

  private static void fill(Cell cell, Object value, CellStyle date) {
    if (value instanceof Number number) {
      cell.setCellValue(number.doubleValue());
    } else if (value instanceof Day day) {
      cell.setCellValue(day.serial());
      cell.setCellStyle(date);
    } else if (value != null) {
      cell.setCellValue(value.toString());
    }
  }

  private ReadFile<TrackingEvent> day(String item, String code, String date) {
    String row = item + ",1.0,0178430,178430," + code + ",KT1,KT1 A,NT,KT1,M,0.05," + date + ",1\n";
    return read("d.csv", (DAY_HEADER + row).getBytes(StandardCharsets.UTF_8));
  }

  private ReadFile<TrackingEvent> read(String name, byte[] bytes) {
    return ReadFile.ofStatuses(files.statuses(name, bytes));
  }
}
