package vn.kt1.gateway.slip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.NotFoundException;
import com.google.zxing.client.j2se.BufferedImageLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.oned.Code128Reader;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.text.Normalizer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SlipPrinterTest {
  private static final Instant NINE = Instant.parse("2026-11-22T02:00:00Z");
  private static final String LONG =
      "Ủy ban nhân dân đặc khu Phường Nguyễn Trãi ".repeat(5).substring(0, 200);

  private final SlipPrinter printer = new SlipPrinter();

  @Test
  void every_label_reads_back_as_its_shipment_id() throws IOException {
    List<Slip.Line> lines = IntStream.range(0, 8).mapToObj(n -> routed(id(n))).toList();

    byte[] pdf = printer.print(slip(lines));

    assertThat(barcodes(pdf)).containsExactlyElementsOf(ids(lines));
  }

  @Test
  void a_barcode_reads_at_the_resolution_of_a_cheap_scanner() throws IOException {
    byte[] pdf = printer.print(slip(List.of(routed("WWWWWWWWWWWWWWWW"))));

    assertThat(barcodes(pdf, 150)).containsExactly("WWWWWWWWWWWWWWWW");
  }

  @Test
  void prints_vietnamese_in_composed_letters() throws IOException {
    Slip.Line line =
        line(
            "ROUTED",
            "Sở Y tế thành phố Hải Phòng",
            Normalizer.normalize("38 Lê Đại Hành, Hải Phòng", Normalizer.Form.NFD),
            "Đồng chí Nguyễn Thị Ánh Tuyết");

    String text = text(printer.print(slip(List.of(line)))).replaceAll("\\s+", " ");

    assertThat(text)
        .contains("SỔ GỬI VĂN BẢN ĐI BƯU ĐIỆN")
        .contains("Sở Y tế thành phố Hải Phòng")
        .contains("38 Lê Đại Hành, Hải Phòng")
        .contains("Đồng chí Nguyễn Thị Ánh Tuyết")
        .contains("Sở Khoa học và Công nghệ")
        .contains("Số, ký hiệu văn bản", "(văn thư ghi tay)")
        .contains("không thay sổ đăng ký và Sổ chuyển giao bí mật nhà nước")
        .contains("Ngày chuyển", "Nơi nhận", "Số lượng bì", "Ký nhận và dấu bưu điện", "Ghi chú")
        .contains("22/11/2026", "09:00");
  }

  /** The stamp stands on the inner cover of a top secret item: outside it would tell the degree. */
  @Test
  void the_stamp_for_the_named_person_is_printed_nowhere() throws IOException {
    Slip.Line named = line("ROUTED", "Sở Y tế", "38 Lê Đại Hành", "Đồng chí mẫu");
    String text = text(printer.print(slip(List.of(named)))).replaceAll("\\s+", " ");
    assertThat(text).contains("Đồng chí mẫu").doesNotContainPattern("(?iu)bóc bì|người có tên");
  }

  @Test
  void tells_nothing_of_secrecy_service_or_urgency() throws IOException {
    List<Slip.Line> lines = new ArrayList<>();
    for (String network : List.of("KT1", "PUBLIC_POST", "HAND", "CIPHER")) {
      lines.add(routed("KT-" + lines.size(), network));
    }
    lines.add(unsent("HELD", "KT-H"));
    lines.add(unsent("REFUSED", "KT-R"));

    // One sentence on every page of the book, whatever the envelopes are, names the other book.
    String text =
        text(printer.print(slip(lines)))
            .replaceAll("\\s+", " ")
            .replace("không thay sổ đăng ký và Sổ chuyển giao bí mật nhà nước", "");

    assertThat(text)
        .doesNotContainPattern("(?iu)mật|secre|confidential|hỏa tốc|hoả tốc|hẹn giờ|khẩn|express")
        .doesNotContainPattern("KT1[ _-]?[ABC]\\b");
  }

  @Test
  void a_name_in_markup_is_printed_letter_by_letter() throws IOException {
    String name = "<b>x</b>& \" ' ]]> <img src=\"file:///etc/passwd\"/> ${7*7} [[${7*7}]]";
    Slip.Line line = line("ROUTED", name, "url(http://127.0.0.1/)", "&amp; <!--");

    // Lines may break within a name: compare without blanks.
    String text = text(printer.print(slip(List.of(line)))).replaceAll("\\s+", "");

    assertThat(text)
        .contains(name.replace(" ", ""))
        .contains("url(http://127.0.0.1/)")
        .contains("&amp;<!--")
        .doesNotContain("49", "root:");
  }

  @Test
  void invisible_and_illegal_characters_are_left_out() throws IOException {
    String name = "Sở\u0000\u0008 Y\u202E tế\uFFFE \uD800x\u200B";

    String text = text(printer.print(slip(List.of(line("ROUTED", name, "a\u2028b", null)))));

    assertThat(text.replaceAll("\\s+", " ")).contains("Sở Y tế x").contains("a b");
  }

  @Test
  void envelopes_that_stay_here_are_listed_without_a_label() throws IOException {
    List<Slip.Line> lines =
        List.of(
            routed("KT-1"),
            unsent("HELD", "KT-HELD"),
            unsent("REFUSED", "KT-REFUSED"),
            unsent(Slip.CANCELLED, "KT-CANCELLED"));

    byte[] pdf = printer.print(slip(lines));

    assertThat(barcodes(pdf)).containsExactly("KT-1");
    String text = text(pdf).replaceAll("\\s+", " ");
    assertThat(text)
        .contains("CHƯA GỬI ĐƯỢC", "KHÔNG ĐƯA CÁC BÌ SAU CHO BƯU ĐIỆN")
        .contains("KT-HELD", "Giữ bì tại văn thư")
        .contains("KT-REFUSED", "bàn giao lại bằng một mã bàn giao mới")
        .contains("KT-CANCELLED", "Đã hủy", "Giữ lại bì");
    assertThat(text.split("KT-HELD", -1)).hasSize(2);
    assertThat(text.split("KT-1", -1)).hasSize(3);
  }

  @Test
  void each_network_has_a_book_of_its_own() throws IOException {
    List<Slip.Line> lines = List.of(routed("KT-HAND", "HAND"), routed("KT-POST", "KT1"));

    try (PDDocument document = Loader.loadPDF(printer.print(slip(lines)))) {
      assertThat(text(document, 1)).contains("KT-POST", "BƯU ĐIỆN").doesNotContain("KT-HAND");
      assertThat(text(document, 2)).contains("KT-HAND", "CHUYỂN GIAO").doesNotContain("KT-POST");
    }
  }

  @Test
  void long_names_stay_whole_and_out_of_the_barcode() throws IOException {
    String wide = "W".repeat(200);
    List<Slip.Line> lines =
        List.of(
            line("KT-LONG-1", "ROUTED", LONG, LONG, LONG),
            line("KT-WIDE-22", "ROUTED", wide, wide, wide));
    Slip slip = new Slip("1".repeat(64), "H24.16", LONG, NINE, lines);

    byte[] pdf = printer.print(slip);

    assertThat(barcodes(pdf)).containsExactly("KT-LONG-1", "KT-WIDE-22");
    try (PDDocument document = Loader.loadPDF(pdf)) {
      String label = text(document, document.getNumberOfPages()).replaceAll("\\s+", "");
      assertThat(label.split(LONG.replaceAll("\\s+", ""), -1)).hasSizeGreaterThanOrEqualTo(5);
    }
  }

  @Test
  void five_hundred_envelopes_fill_their_pages_and_sheets() throws IOException {
    List<Slip.Line> lines = IntStream.range(0, 500).mapToObj(n -> routed(id(n))).toList();

    byte[] pdf = printer.print(slip(lines));

    try (PDDocument document = Loader.loadPDF(pdf)) {
      int sheets = 84;
      int books = document.getNumberOfPages() - sheets;
      for (int page = 1; page <= books; page++) {
        assertThat(text(document, page)).contains("Trang " + page);
      }
      assertThat(text(document, books - 1).replaceAll("\\s+", " "))
          .contains("Ký nhận và dấu bưu điện");
      assertThat(text(document, books)).contains("500 bưu gửi");
      assertThat(text(document, books + 1)).contains(id(0), id(5)).doesNotContain(id(6));
      assertThat(text(document, books + sheets)).contains(id(498), id(499));
    }
  }

  @Test
  void pages_are_landscape_for_the_book_and_portrait_for_labels() throws IOException {
    try (PDDocument document = Loader.loadPDF(printer.print(slip(List.of(routed("KT-1")))))) {
      assertThat(document.getNumberOfPages()).isEqualTo(2);
      PDRectangle book = document.getPage(0).getMediaBox();
      PDRectangle labels = document.getPage(1).getMediaBox();
      assertThat(book.getWidth()).isGreaterThan(book.getHeight());
      assertThat(labels.getWidth()).isLessThan(labels.getHeight());
    }
  }

  @Test
  void the_file_tells_its_hand_off_and_nothing_else_of_its_making() throws IOException {
    byte[] pdf = printer.print(slip(List.of(routed("KT-1"))));

    try (PDDocument document = Loader.loadPDF(pdf)) {
      assertThat(document.getDocumentInformation().getMetadataKeys()).containsExactly("Title");
      assertThat(document.getDocumentInformation().getTitle()).isEqualTo("SKHCN-2026-000123");
    }
    assertThat(printer.print(slip(List.of(routed("KT-1"))))).isEqualTo(pdf);
  }

  @Test
  void an_empty_slip_says_so() throws IOException {
    assertThat(text(printer.print(slip(List.of())))).contains("không có bì nào");
  }

  @Test
  void a_line_nobody_could_post_is_no_line() {
    assertThatIllegalArgumentException().isThrownBy(() -> routed("chữ-thường"));
    assertThatIllegalArgumentException().isThrownBy(() -> unsent("PERHAPS", "KT-1"));
    assertThatIllegalArgumentException().isThrownBy(() -> unsent("ROUTED", "KT-1"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> slip(IntStream.range(0, 501).mapToObj(n -> routed(id(n))).toList()));
  }

  private static Slip slip(List<Slip.Line> lines) {
    return new Slip(
        "SKHCN-2026-000123", "H24.16", "Sở Khoa học và Công nghệ thành phố Hải Phòng", NINE, lines);
  }

  private static String id(int n) {
    return "KT-7F3K9Q2M-%03dX".formatted(n);
  }

  private static List<String> ids(List<Slip.Line> lines) {
    return lines.stream().map(Slip.Line::shipmentId).toList();
  }

  private static Slip.Line routed(String shipmentId) {
    return routed(shipmentId, "KT1");
  }

  private static Slip.Line routed(String shipmentId, String network) {
    return new Slip.Line(
        shipmentId,
        "SKHCN-2026-000123-1",
        "ROUTED",
        "H24.31",
        "Sở Y tế thành phố Hải Phòng",
        "38 Lê Đại Hành, Hải Phòng",
        null,
        1,
        180,
        network);
  }

  private static Slip.Line unsent(String decision, String shipmentId) {
    return new Slip.Line(shipmentId, "bi-2", decision, null, "Hội mẫu", null, null, 2, null, null);
  }

  private static Slip.Line line(
      String decision, String name, String address, @Nullable String addressee) {
    return line("KT-7F3K9Q2M-001X", decision, name, address, addressee);
  }

  private static Slip.Line line(
      String shipmentId, String decision, String name, String address, @Nullable String addressee) {
    return new Slip.Line(
        shipmentId, "bi-1", decision, "H24.31", name, address, addressee, 2, 180, "KT1");
  }

  private static String text(byte[] pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return new PDFTextStripper().getText(document);
    }
  }

  private static String text(PDDocument document, int page) throws IOException {
    PDFTextStripper stripper = new PDFTextStripper();
    stripper.setStartPage(page);
    stripper.setEndPage(page);
    return stripper.getText(document);
  }

  private static List<String> barcodes(byte[] pdf) throws IOException {
    return barcodes(pdf, 200);
  }

  /** Cuts each portrait page along its label lines and reads what a scanner would. */
  private static List<String> barcodes(byte[] pdf, int dpi) throws IOException {
    List<String> found = new ArrayList<>();
    try (PDDocument document = Loader.loadPDF(pdf)) {
      PDFRenderer renderer = new PDFRenderer(document);
      for (int page = 0; page < document.getNumberOfPages(); page++) {
        PDRectangle box = document.getPage(page).getMediaBox();
        BufferedImage image = renderer.renderImageWithDPI(page, dpi);
        boolean labels = box.getHeight() > box.getWidth();
        int columns = labels ? 2 : 1;
        int rows = labels ? 3 : 1;
        for (int cell = 0; cell < columns * rows; cell++) {
          int width = image.getWidth() / columns;
          int height = image.getHeight() / rows;
          int x = cell % columns * width;
          int y = cell / columns * height;
          read(image.getSubimage(x, y, width, height), found);
        }
      }
    }
    return found;
  }

  private static void read(BufferedImage image, List<String> found) {
    var bitmap = new BinaryBitmap(new HybridBinarizer(new BufferedImageLuminanceSource(image)));
    try {
      var hints = Map.of(DecodeHintType.TRY_HARDER, true);
      var result = new Code128Reader().decode(bitmap, hints);
      assertThat(result.getBarcodeFormat()).isEqualTo(BarcodeFormat.CODE_128);
      found.add(result.getText());
    } catch (NotFoundException | com.google.zxing.FormatException e) {
      // an empty place on the sheet, or a page of the book
    }
  }
}
