package vn.kt1.gateway.intake;

import java.text.Normalizer;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.kt1.gateway.directory.Conventions;
import vn.kt1.gateway.shipment.Fault;
import vn.kt1.gateway.shipment.Fault.Code;
import vn.kt1.gateway.shipment.HandOffField;
import vn.kt1.gateway.text.DegreeWords;

/** Reads the fields of one object; what cannot be read becomes a fault and reads as absent. */
final class Fields {

  private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");
  private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");
  private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cs}]");

  /**
   * What a spreadsheet calculates when a list is opened in it: at the beginning, or where it parts
   * at a semicolon or a comma. The wide signs count as the narrow ones.
   */
  private static final Pattern FORMULA =
      Pattern.compile("^[\"']*[=+@\\-\uFF1D\uFF0B\uFF20\uFF0D]|[;,][\\s\"']*[=@\uFF1D\uFF20]");

  private final Given given;
  private final Conventions how;
  private final Consumer<Fault> faults;

  Fields(Given given, Conventions how, Consumer<Fault> faults) {
    this.given = given;
    this.how = how;
    this.faults = faults;
  }

  boolean absent(HandOffField field) {
    return absent(field.pointer(), text -> Cell.says(field, text, how));
  }

  /**
   * @param says whether a text says something
   */
  boolean absent(String pointer, Predicate<String> says) {
    Object value = given.value(pointer);
    return value == null
        || value instanceof String text && !Shape.tooLong(text) && !says.test(tidied(text));
  }

  /** In NFC, and with one plain blank wherever there were blanks of any kind. */
  static String tidied(String text) {
    String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
    return oneLine(composed) ? composed : BLANKS.matcher(composed).replaceAll(" ").strip();
  }

  /** Most texts are, and a hundred thousand rows have many. */
  private static boolean oneLine(String text) {
    boolean blank = true;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == ' ' ? blank : c < ' ' || Character.isWhitespace(c) || Character.isSpaceChar(c)) {
        return false;
      }
      blank = c == ' ';
    }
    return !blank;
  }

  /** A text in NFC on one line; null when absent or faulty. */
  @Nullable String text(HandOffField field) {
    return text(field.pointer(), text -> Cell.says(field, text, how));
  }

  @Nullable String text(String pointer, Predicate<String> says) {
    Object value = given.value(pointer);
    if (!(value instanceof String written)) {
      return value == null ? null : wrong(pointer, Code.BAD_VALUE, "text");
    }
    if (Shape.tooLong(written)) {
      return null; // the guard has told; SECURITY: nothing that long is looked at any further
    }
    String text = tidied(written);
    if (!says.test(text)) {
      return null;
    }
    // As it was written: half of a garbled "à" is a blank, of a "Đ" a control character.
    String damage = Mojibake.surely(written);
    if (damage != null) {
      return wrong(pointer, Code.ENCODING, damage);
    }
    return UNPRINTABLE.matcher(text).find() ? wrong(pointer, Code.BAD_VALUE, "unprintable") : text;
  }

  /** The name of one body; null when absent or faulty. */
  @Nullable String body(HandOffField field) {
    return given.value(field) instanceof String written && SeveralBodies.in(written)
        ? wrong(field, "one-body")
        : listed(field);
  }

  /** A text that the post and others will find in a list; null when absent or faulty. */
  @Nullable String listed(HandOffField field) {
    String text = text(field);
    if (text == null) {
      return null;
    }
    // SECURITY: it must not begin to calculate, or to call programs, in whoever's spreadsheet.
    if (FORMULA.matcher(text).find()) {
      return wrong(field, "formula");
    }
    // As it was written: an old font has letters where Unicode has signs nobody sees.
    String damage = Mojibake.likely(given.written(field));
    if (damage != null) {
      return wrong(field.pointer(), Code.ENCODING, damage);
    }
    // SECURITY: it is shown to those who may not know the degree, and printed.
    return DegreeWords.in(text) ? wrong(field, "degree-outside") : text;
  }

  @Nullable String requiredId(HandOffField field) {
    String id = required(field) ? text(field) : null;
    return id != null && !ID.matcher(id).matches() ? wrong(field, "id") : id;
  }

  @Nullable Instant requiredTime(HandOffField field) {
    return required(field) ? time(field) : null;
  }

  /** Tells that a field is missing. */
  boolean required(HandOffField field) {
    if (absent(field)) {
      faults.accept(given.fault(field.pointer(), Code.MISSING_FIELD));
      return false;
    }
    return true;
  }

  /**
   * ISO 8601 with an offset, or by a pattern of the partner in its zone; impossible dates are
   * faults, not the day after.
   */
  @Nullable Instant time(HandOffField field) {
    String text = text(field);
    Instant time = text == null ? null : Times.read(text, how);
    if (text == null || time != null) {
      return time;
    }
    return how.times().isEmpty()
        ? wrong(field, "time")
        : wrong(field, "time-as-agreed", how.timesShown());
  }

  @Nullable Integer whole(HandOffField field, int least, int most) {
    if (absent(field)) {
      return null;
    }
    Object value = given.value(field);
    if (value instanceof Integer number && number >= least && number <= most) {
      return number;
    }
    String variant = value instanceof String text ? NoNumber.of(text) : "whole";
    return wrong(field, variant, String.valueOf(least), String.valueOf(most));
  }

  @Nullable Boolean yesNo(HandOffField field) {
    if (given.value(field) instanceof Boolean said) {
      return said;
    }
    if (absent(field)) {
      return null;
    }
    String written = written(field);
    String known = written == null ? null : how.word(field, written).orElse(null);
    if (known == null) {
      boolean quoted = written != null && written.matches("(?i)true|false");
      return wrong(field, quoted ? "yes-no-quoted" : "yes-no");
    }
    return Boolean.valueOf(known);
  }

  /** The contract's word, where the partner's conventions know what was written; else that. */
  @Nullable String word(HandOffField field) {
    String written = written(field);
    return written == null ? null : how.word(field, written).orElse(written);
  }

  /** What was written, number or text, for words that have many spellings. */
  private @Nullable String written(HandOffField field) {
    return given.value(field) instanceof Number number ? number.toString() : text(field);
  }

  /** Tells what is wrong with a field; nothing can be read of it. */
  <T> @Nullable T wrong(HandOffField field, String variant, Object... arguments) {
    return wrong(field.pointer(), Code.BAD_VALUE, variant, arguments);
  }

  <T> @Nullable T wrong(String pointer, Code code, String variant, Object... arguments) {
    faults.accept(given.fault(pointer, code, variant, arguments));
    return null;
  }
}
