package vn.kt1.gateway.shipment;

import org.jspecify.annotations.Nullable;

/**
 * One thing wrong with a message: where ({@code pointer}, RFC 6901; {@code row}, 1 = first data
 * row), what, and what to do. It never carries a rejected value.
 */
public record Fault(Code code, String pointer, @Nullable Integer row, Text detail) {

  /** The codes of the contract, the gravest first: of several, the gravest names the answer. */
  public enum Code {
    CONTENT_NOT_ALLOWED,
    MALFORMED,
    ENCODING,
    HEADER_NOT_FOUND,
    FILE_NAME,
    CHECKSUM,
    TOO_LARGE,
    TOO_MANY,
    UNKNOWN_FIELD,
    MISSING_FIELD,
    BAD_VALUE,
    DUPLICATE_ID,
    SENDER_NOT_YOURS,
    HAND_OFF_TIME,
    HAND_OFF_CONFLICT,
    UNKNOWN_ITEM,
    UNKNOWN_ORDER,
    ALREADY_ACCEPTED,
    NOT_HELD,
    SECOND_PERSON,
    NOT_FOUND,
    UNAUTHENTICATED,
    FORBIDDEN,
    BAD_PARAMETER,
    RATE_LIMITED,
    UNSUPPORTED_MEDIA_TYPE,
    NOT_ACCEPTABLE,
    METHOD_NOT_ALLOWED,
    INTERNAL;

    public String text() {
      return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
  }

  /** A fault whose sentence is that of its code. */
  public static Fault of(Code code, String pointer) {
    return new Fault(code, pointer, null, Text.of("fault." + code.text()));
  }

  /** A fault with a sentence of its own, {@code fault.<code>.<variant>}. */
  public static Fault of(Code code, String pointer, String variant, Object... arguments) {
    String key = "fault." + code.text() + "." + variant;
    return new Fault(code, pointer, null, Text.of(key, arguments));
  }

  /** Says that no more than {@code named} faults are named; of the gravest code among them. */
  public static Fault more(Code code, int named) {
    return new Fault(code, "", null, Text.of("fault.more", String.valueOf(named)));
  }

  public Fault atRow(int number) {
    return new Fault(code, pointer, number, detail);
  }

  public Fault at(String place) {
    return new Fault(code, place, row, detail);
  }

  /** Says the column as a reader of the table finds it: by its letter and by counting. */
  public Fault inColumn(int index) {
    Text said = Text.of("fault.column", letters(index), String.valueOf(index + 1), detail);
    return new Fault(code, pointer, row, said);
  }

  private static String letters(int index) {
    String last = String.valueOf((char) ('A' + index % 26));
    return index < 26 ? last : letters(index / 26 - 1) + last;
  }
}
