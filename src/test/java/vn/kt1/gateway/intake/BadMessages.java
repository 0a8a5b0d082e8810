package vn.kt1.gateway.intake;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import vn.kt1.gateway.shipment.Fault.Code;

/** Messages nobody may get through, each around a planted secret. */
final class BadMessages {

  /** Stands for what is inside an envelope: no part of it may come back. */
  static final String PLANTED = "KẾ HOẠCH bảo vệ mục tiêu QX-7719 xyzzy";

  /** A message and the code it is refused with. */
  record Bad(String name, byte[] bytes, Code code) {
    @Override
    public String toString() {
      return name;
    }
  }

  private BadMessages() {}

  static Stream<Bad> all() {
    return Stream.of(syntax(), characters(), shapes(), fields(), values()).flatMap(List::stream);
  }

  static String message(String more, String envelope, String recipient) {
    return """
        {"handOffId": "HP-1", "sender": "H24.16", "handedOffAt": "2026-11-22T09:00:00+07:00"%s,
         "envelopes": [{"envelopeId": "1", "recipient": {"code": "H24.31"%s}%s}]}
        """
        .formatted(more, recipient, envelope);
  }

  private static List<Bad> syntax() {
    String good = message("", "", named(PLANTED));
    return List.of(
        bad("truncated", good.substring(0, good.length() - 4), Code.MALFORMED),
        bad("truncated in a text", good.substring(0, good.indexOf("xyzzy")), Code.MALFORMED),
        bad("trailing text", good + PLANTED, Code.MALFORMED),
        bad("two messages", good + good, Code.MALFORMED),
        bad("duplicate key", message(dup(), "", ""), Code.MALFORMED),
        bad(
            "duplicate key deep down",
            message("", "", named("a") + named(PLANTED)),
            Code.MALFORMED),
        bad("depth bomb", "[".repeat(100_000), Code.MALFORMED),
        bad("depth bomb of objects", "{\"a\":".repeat(50_000), Code.MALFORMED),
        bad(
            "depth bomb inside",
            message(",\"x\":" + "[".repeat(40) + "]".repeat(40), "", ""),
            Code.MALFORMED),
        bad("10,000 digits", message("", ",\"pieces\":" + "9".repeat(10_000), ""), Code.MALFORMED),
        bad("an exponent bomb", message("", ",\"pieces\":1e999999999", ""), Code.BAD_VALUE),
        bad("a name of 60,000 letters", message(field("x".repeat(60_000)), "", ""), Code.MALFORMED),
        bad("XML", "<?xml version=\"1.0\"?><a>" + PLANTED + "</a>", Code.MALFORMED),
        bad("plain prose", PLANTED, Code.MALFORMED),
        bad("a list", "[\"" + PLANTED + "\"]", Code.MALFORMED),
        bad("an unquoted name", "{" + PLANTED + ": 1}", Code.MALFORMED),
        bad("a raw line break in a text", message("", "", named("a\n" + PLANTED)), Code.MALFORMED));
  }

  private static List<Bad> characters() {
    byte[] wrong = message("", "", named(PLANTED)).getBytes(StandardCharsets.UTF_8);
    wrong[wrong.length - 10] = (byte) 0xC3;
    byte[] overlong = "{\"a\":\"\u00C0\u00AF\"}".getBytes(StandardCharsets.ISO_8859_1);
    return List.of(
        new Bad("half a letter", wrong, Code.ENCODING),
        new Bad("an overlong letter", overlong, Code.ENCODING),
        new Bad(
            "a PDF",
            "%PDF-1.7\n\u00E2\u00E3".getBytes(StandardCharsets.ISO_8859_1),
            Code.CONTENT_NOT_ALLOWED),
        new Bad(
            "a text PDF",
            ("%PDF-1.7 " + PLANTED).getBytes(StandardCharsets.UTF_8),
            Code.CONTENT_NOT_ALLOWED),
        new Bad("NUL bytes", new byte[4096], Code.MALFORMED),
        new Bad("a mark and no more", new byte[] {(byte) 0xFF, (byte) 0xFE}, Code.MALFORMED),
        bad("a NUL byte in a text", message("", "", named("a\u0000")), Code.MALFORMED),
        bad("an escaped NUL", message("", "", named(PLANTED + "\\u0000")), Code.BAD_VALUE),
        bad("half a surrogate pair", message("", "", named(PLANTED + "\\ud800")), Code.BAD_VALUE),
        bad(
            "a surrogate pair turned round",
            message("", "", named("\\udc00\\ud800")),
            Code.BAD_VALUE),
        bad("right to left", message("", "", named("\u202E" + PLANTED)), Code.BAD_VALUE),
        bad(
            "letters nobody sees",
            message("", "", named("a\u200B\u2060" + PLANTED)),
            Code.BAD_VALUE),
        bad("a private letter", message("", "", named("\uE000" + PLANTED)), Code.BAD_VALUE),
        bad("a letter that was lost", message("", "", named("S\uFFFD " + PLANTED)), Code.ENCODING));
  }

  private static List<Bad> shapes() {
    String base64 =
        Base64.getEncoder().encodeToString(PLANTED.repeat(3).getBytes(StandardCharsets.UTF_8));
    return List.of(
        bad("a Base64 block", message("", "", named(base64)), Code.CONTENT_NOT_ALLOWED),
        bad(
            "a Base64 block in a sentence",
            message("", "", named("xem " + base64)),
            Code.CONTENT_NOT_ALLOWED),
        bad("a Base64 PDF", message("", "", named("JVBERi0xLjcK")), Code.CONTENT_NOT_ALLOWED),
        bad("a Base64 zip", message("", "", named("UEsDBBQAAA")), Code.CONTENT_NOT_ALLOWED),
        bad("a Base64 Word file", message("", "", named("0M8R4KGxGuE")), Code.CONTENT_NOT_ALLOWED),
        bad(
            "a PDF signature",
            message("", "", named("%PDF-1.7 " + PLANTED)),
            Code.CONTENT_NOT_ALLOWED),
        bad(
            "a zip signature",
            message("", "", named("PK\\u0003\\u0004")),
            Code.CONTENT_NOT_ALLOWED),
        bad(
            "an RTF signature",
            message("", "", named(" {\\\\rtf1 " + PLANTED)),
            Code.CONTENT_NOT_ALLOWED),
        bad(
            "a data address",
            message("", "", named("data:text/plain,x")),
            Code.CONTENT_NOT_ALLOWED),
        bad("prose of 201 letters", message("", "", named(prose(201))), Code.CONTENT_NOT_ALLOWED),
        bad(
            "prose in an id",
            message("", ",\"secrecy\":\"" + prose(300) + "\"", ""),
            Code.CONTENT_NOT_ALLOWED),
        bad(
            "prose in an unknown field",
            message(",\"z\":\"" + prose(300) + "\"", "", ""),
            Code.CONTENT_NOT_ALLOWED),
        bad(
            "prose in a list",
            message("", ",\"network\":[\"" + prose(300) + "\"]", ""),
            Code.CONTENT_NOT_ALLOWED));
  }

  private static List<Bad> fields() {
    return List.of(
        bad(
            "a forbidden field outside",
            message(field("trichYeu"), "", ""),
            Code.CONTENT_NOT_ALLOWED),
        bad(
            "a forbidden field of an envelope",
            message("", field("SUBJECT"), ""),
            Code.CONTENT_NOT_ALLOWED),
        bad(
            "a forbidden field of a recipient",
            message("", "", field("Người ký")),
            Code.CONTENT_NOT_ALLOWED),
        bad(
            "a forbidden field of a stranger",
            message(",\"z\":[{\"Têp_đính-kem\":{\"a\":\"x\"}}]", "", ""),
            Code.CONTENT_NOT_ALLOWED),
        bad(
            "a forbidden number",
            message(",\"so_ky_hieu\":771900", "", ""),
            Code.CONTENT_NOT_ALLOWED),
        bad(
            "a forbidden list",
            message(",\"files\":[[\"" + PLANTED + "\"]]", "", ""),
            Code.CONTENT_NOT_ALLOWED),
        bad("a secret for a name", message(field(PLANTED), "", ""), Code.UNKNOWN_FIELD),
        bad("a secret for a name deep down", message("", "", field(PLANTED)), Code.UNKNOWN_FIELD),
        bad("a path for a name", message(field("a/b~0/../" + PLANTED), "", ""), Code.UNKNOWN_FIELD),
        bad(
            "an envelope that is a secret",
            message(",\"envelopes2\":\"" + PLANTED + "\"", "", ""),
            Code.UNKNOWN_FIELD));
  }

  private static List<Bad> values() {
    return List.of(
        bad(
            "a secret for a secrecy",
            message("", ",\"secrecy\":\"" + PLANTED + "\"", ""),
            Code.BAD_VALUE),
        bad(
            "a secret for a network",
            message("", ",\"network\":\"" + PLANTED + "\"", ""),
            Code.BAD_VALUE),
        bad(
            "a secret for a time",
            message("", ",\"deliverAt\":\"" + PLANTED + "\"", ""),
            Code.BAD_VALUE),
        bad(
            "a secret for a weight",
            message("", ",\"weightGrams\":\"" + PLANTED + "\"", ""),
            Code.BAD_VALUE),
        bad(
            "a secret for a yes",
            message("", ",\"personalOnly\":\"" + PLANTED + "\"", ""),
            Code.BAD_VALUE),
        bad("a secret for a unit", message("", "", "").replace("H24.31", PLANTED), Code.BAD_VALUE),
        bad("a secret for an id", message("", "", "").replace("HP-1", PLANTED), Code.BAD_VALUE),
        bad(
            "a secret for a sender",
            message("", "", "").replace("H24.16", PLANTED),
            Code.BAD_VALUE),
        bad(
            "a garbled secret",
            message("", "", named("Háº£i " + PLANTED.replaceAll("[^ -~]", ""))),
            Code.ENCODING));
  }

  private static Bad bad(String name, String text, Code code) {
    return new Bad(name, text.getBytes(StandardCharsets.UTF_8), code);
  }

  private static String named(String name) {
    return ", \"name\": \"" + name + "\"";
  }

  private static String field(String name) {
    return ", \"" + name + "\": \"" + PLANTED + "\"";
  }

  private static String dup() {
    return ", \"sender\": \"" + PLANTED + "\"";
  }

  private static String prose(int length) {
    char[] letters = new char[length];
    Arrays.fill(letters, 'ộ');
    return PLANTED
        + " "
        + new String(letters).replaceAll("(.{9}).", "$1 ").substring(PLANTED.length() + 1);
  }
}
