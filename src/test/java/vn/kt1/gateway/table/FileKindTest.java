package vn.kt1.gateway.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.kt1.gateway.shipment.Fault;
import vn.kt1.gateway.shipment.Fault.Code;

/** SYNTHETIC files as programs write them under the name of an Excel file. */
class FileKindTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<html><body><table></table></body></html>",
        "\uFEFF<HTML xmlns:x=\"urn:schemas-microsoft-com:office:excel\">",
        "\r\n  <!DOCTYPE html PUBLIC \"-//W3C//DTD HTML 4.01//EN\">",
        "<table border=1><tr><td>a</td></tr></table>",
        "<meta http-equiv=Content-Type content=\"text/html; charset=utf-8\">",
        "<style>td{mso-number-format:\"\\@\"}</style><table>",
        "<?xml version=\"1.0\"?><!DOCTYPE html><html>",
        "<!-- made by a program --><div><table>"
      })
  void a_web_page_is_called_one(String page) {
    assertThat(FileKind.of(page.getBytes(StandardCharsets.UTF_8))).hasValue(FileKind.HTML);
    assertThat(FileKind.of(("\uFEFF" + page).getBytes(StandardCharsets.UTF_16LE)))
        .hasValue(FileKind.HTML);
  }

  @ParameterizedTest
  @MethodSource
  void others_are_called_what_they_are(FileKind kind, byte[] bytes) {
    assertThat(FileKind.of(bytes)).hasValue(kind);
  }

  static Stream<Arguments> others_are_called_what_they_are() throws IOException {
    return Stream.of(
        arguments(FileKind.XLS, old()),
        arguments(FileKind.XLS, new byte[] {9, 8, 8, 0, 0, 5, 16, 0}),
        arguments(FileKind.XLS, new byte[] {9, 0, 4, 0, 2, 0, 16, 0}),
        arguments(FileKind.LOCKED, locked()),
        arguments(FileKind.MHTML, text("MIME-Version: 1.0\r\nContent-Type: multipart/related;")),
        arguments(
            FileKind.XML_2003,
            text(
                "<?xml version=\"1.0\"?>\n<?mso-application progid=\"Excel.Sheet\"?>\n"
                    + "<Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\">")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\t",
        "\t\t\t",
        "hand_off_id,sender",
        "PK\u0003\u0004",
        "{\"handOffId\": \"<html>\"}",
        "<?xml version=\"1.0\"?><edXML:edXML xmlns:edXML=\"urn:a\"/>",
        "%PDF-1.7",
        "\u00d0\u00cf"
      })
  void a_workbook_or_a_text_is_none_of_them(String start) {
    assertThat(FileKind.of(start.getBytes(StandardCharsets.ISO_8859_1))).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void each_has_a_sentence_for_both_ways_to_refuse(FileKind kind) {
    for (Code code : new Code[] {Code.CONTENT_NOT_ALLOWED, Code.MALFORMED}) {
      Fault fault = kind.fault(code);
      assertThat(fault.code()).isEqualTo(code);
      assertThat(fault.detail().vi()).isNotEqualTo(fault.detail().en()).contains("ãy");
    }
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] old() throws IOException {
    try (HSSFWorkbook workbook = new HSSFWorkbook();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
      workbook.createSheet();
      workbook.write(bytes);
      return bytes.toByteArray();
    }
  }

  private static byte[] locked() throws IOException {
    try (POIFSFileSystem container = new POIFSFileSystem();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
      container.createDocument(new ByteArrayInputStream(new byte[9]), "EncryptedPackage");
      container.writeFilesystem(bytes);
      return bytes.toByteArray();
    }
  }
}
