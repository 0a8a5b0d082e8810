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
import vn.kt1.gateway.text.Signs;

/** Reads the fields of one object. An unreadable field becomes a fault and counts as absent. */
final class Fields {

  private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");
  private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");
  private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cs}]");

  /**
   * A character that makes a spreadsheet calculate: at the beginning of a text, or after a
   * semicolon or comma where the spreadsheet splits it. Full-width characters count too.
   */
  static final Pattern FORMULA =
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

  /** The text in NFC, with one plain blank for blanks of any kind. */
  static String tidied(String text) {
    if (Signs.plain(text)) {
      return text;
    }
    String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
    return oneLine(composed) ? composed : BLANKS.matcher(composed).replaceAll(" ").strip();
  }

  /** A quick check: most texts are normalised already, and a file may have 100,000 rows. */
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
      return null; // the guard has reported it; SECURITY: so long a text is not processed
    }
    String text = tidied(written);
    if (!says.test(text)) {
      return null;
    }
    // Checks the original text: half of a garbled "à" is a blank, half of a "Đ" a control
    // character.
    String damage = Mojibake.surely(written);
    if (damage != null) {
      return wrong(pointer, Code.ENCODING, damage);
    }
    return !Signs.plain(text) && UNPRINTABLE.matcher(text).find()
        ? wrong(pointer, Code.BAD_VALUE, "unprintable")
        : text;
  }

  /** The name of one body; null when absent or faulty. */
  @Nullable String body(HandOffField field) {
    return given.value(field) instanceof String written && SeveralBodies.in(written)
        ? wrong(field, "one-body")
        : listed(field);
  }

  /** A text that appears in lists of the post and others; null when absent or faulty. */
  @Nullable String listed(HandOffField field) {
    String text = text(field);
    if (text == null) {
      return null;
    }
    // SECURITY: a spreadsheet must not run it as a formula or start a program.
    if (calculates(text)) {
      return wrong(field, "formula");
    }
    // Checks the original text: in an old font, letters stand where Unicode has invisible
    // characters.
    String damage = Mojibake.likely(given.written(field));
    if (damage != null) {
      return wrong(field.pointer(), Code.ENCODING, damage);
    }
    // SECURITY: it is printed, and shown to people who may not know the degree.
    return DegreeWords.in(text) ? wrong(field, "degree-outside") : text;
  }

  static boolean calculates(String text) {
    Signs signs = Signs.of(text);
    boolean cannot =
        signs.plain() && signs.kinds("=@") == 0 && Character.isLetterOrDigit(text.charAt(0));
    return !cannot && FORMULA.matcher(text).find();
  }

  @Nullable String requiredId(HandOffField field) {
    String id = required(field) ? text(field) : null;
    return id != null && !ID.matcher(id).matches() ? wrong(field, "id") : id;
  }

  @Nullable Instant requiredTime(HandOffField field) {
    return required(field) ? time(field) : null;
  }

  /** Reports a missing field. */
  boolean required(HandOffField field) {
    if (absent(field)) {
      faults.accept(given.fault(field.pointer(), Code.MISSING_FIELD));
      return false;
    }
    return true;
  }

  /**
   * Reads ISO 8601 with an offset, or the partner's pattern in its zone. An impossible date is a
   * fault; it does not become the next day.
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

  /**
   * The contract's word, if the partner's conventions know the written word; else the written word.
   */
  @Nullable String word(HandOffField field) {
    String written = written(field);
    return written == null ? null : how.word(field, written).orElse(written);
  }

  /** The written value, number or text, for words with many spellings. */
  private @Nullable String written(HandOffField field) {
    return given.value(field) instanceof Number number ? number.toString() : text(field);
  }

  /** Reports what is wrong with a field; the field has no value then. */
  <T> @Nullable T wrong(HandOffField field, String variant, Object... arguments) {
    return wrong(field.pointer(), Code.BAD_VALUE, variant, arguments);
  }

  <T> @Nullable T wrong(String pointer, Code code, String variant, Object... arguments) {
    faults.accept(given.fault(pointer, code, variant, arguments));
    return null;
  }
}
