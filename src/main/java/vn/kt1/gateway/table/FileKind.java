package vn.kt1.gateway.table;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import vn.kt1.gateway.shipment.Fault;
import vn.kt1.gateway.shipment.Fault.Code;

/**
 * Recognises, by the first bytes, a file that has the name of an Excel file but is no workbook. The
 * sender is told what it is and how to save it.
 */
public enum FileKind {
  /** A web page, which many web systems send as "Excel". */
  HTML,
  /** A web page with its pictures in one file, as a mail. */
  MHTML,
  /** Excel 97-2003, or older and without its container. */
  XLS,
  /** A workbook behind a password. */
  LOCKED,
  /** The XML of Excel 2003. */
  XML_2003;

  private static final int HEAD = 4096;
  private static final byte[] CONTAINER = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};

  /** The names of the streams in a locked workbook and in an old one. */
  private static final String ENCRYPTED = "EncryptedPackage";

  private static final List<String> OLD_WORKBOOK = List.of("Workbook", "Book");

  private static final Pattern PAGE =
      Pattern.compile(
          "(?:<\\?xml[^>]*>\\s*)?(?:<!--.{0,500}?-->\\s*)*"
              + "<(?:!doctype\\s+html|html|head|body|meta|style|table|div|center)\\b.*",
          Pattern.DOTALL);

  private static final String SPREADSHEET_2003 = "urn:schemas-microsoft-com:office:spreadsheet";

  /** The kind of the file; empty for a workbook, a text or anything else. */
  public static Optional<FileKind> of(byte[] bytes) {
    if (Utf.at(bytes, 0, CONTAINER)) {
      return container(bytes);
    }
    if (bareRecords(bytes)) {
      return Optional.of(XLS);
    }
    String head = head(bytes);
    if (head.startsWith("<?xml") && head.contains(SPREADSHEET_2003)) {
      return Optional.of(XML_2003);
    }
    if (head.startsWith("mime-version:")) {
      return Optional.of(MHTML);
    }
    return PAGE.matcher(head).matches() ? Optional.of(HTML) : Optional.empty();
  }

  /** Names the kind and says how to save the file. */
  public Fault fault(Code code) {
    return Fault.of(code, "", "file-" + name().toLowerCase(Locale.ROOT).replace('_', '-'));
  }

  /** The container of old Office files. Its stream names are in UTF-16. */
  private static Optional<FileKind> container(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    if (text.contains(wide(ENCRYPTED))) {
      return Optional.of(LOCKED);
    }
    boolean workbook = OLD_WORKBOOK.stream().anyMatch(name -> text.contains(wide(name)));
    return workbook ? Optional.of(XLS) : Optional.empty();
  }

  private static String wide(String name) {
    return new String(name.getBytes(StandardCharsets.UTF_16LE), StandardCharsets.ISO_8859_1);
  }

  /** The record that begins a sheet of Excel 2 to 5, without a container. */
  private static boolean bareRecords(byte[] bytes) {
    return bytes.length > 4
        && bytes[0] == 0x09
        && List.of(0x00, 0x02, 0x04, 0x08).contains((int) bytes[1])
        && List.of(0x04, 0x06, 0x08, 0x10).contains((int) bytes[2])
        && bytes[3] == 0;
  }

  private static String head(byte[] bytes) {
    byte[] start = Arrays.copyOf(bytes, Math.min(bytes.length, HEAD));
    boolean wide = start.length > 1 && (start[0] & start[1] & 0xFE) == 0xFE;
    String text = new String(start, wide ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8);
    return text.replaceFirst("^[\\s\\p{Z}\\uFEFF]+", "").toLowerCase(Locale.ROOT);
  }
}
