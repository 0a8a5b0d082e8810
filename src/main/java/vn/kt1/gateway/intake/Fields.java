package vn.kt1.gateway.intake;

import com.fasterxml.jackson.databind.JsonNode;
import java.text.Normalizer;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
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

  private final JsonNode object;
  private final String at;
  private final Conventions how;
  private final Consumer<Fault> faults;

  Fields(JsonNode object, String at, Conventions how, Consumer<Fault> faults) {
    this.object = object;
    this.at = at;
    this.how = how;
    this.faults = faults;
  }

  Fields inside(String field) {
    JsonNode value = object.path(field);
    if (!value.isObject() && !value.isNull() && !value.isMissingNode()) {
      fault(Code.BAD_VALUE, field, "object");
    }
    return new Fields(value, at + "/" + field, how, faults);
  }

  boolean absent(String field) {
    JsonNode value = object.path(field);
    return value.isMissingNode()
        || value.isNull()
        || value.isTextual() && absent(field, value.textValue());
  }

  private boolean absent(String field, String text) {
    if (Shape.tooLong(text)) {
      return false;
    }
    String tidied = tidied(text);
    Optional<HandOffField> known = HandOffField.ofField(field);
    return tidied.isEmpty() || known.isPresent() && !Cell.says(known.get(), tidied, how);
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
  @Nullable String text(String field) {
    if (absent(field)) {
      return null;
    }
    JsonNode value = object.path(field);
    if (!value.isTextual()) {
      fault(Code.BAD_VALUE, field, "text");
      return null;
    }
    if (Shape.tooLong(value.textValue())) {
      return null; // the guard has told; SECURITY: nothing that long is looked at any further
    }
    // Before anything is tidied: half of a garbled "à" is a blank, of a "Đ" a control character.
    String damage = Mojibake.surely(value.textValue());
    if (damage != null) {
      fault(Code.ENCODING, field, damage);
      return null;
    }
    String text = tidied(value.textValue());
    if (UNPRINTABLE.matcher(text).find()) {
      fault(Code.BAD_VALUE, field, "unprintable");
      return null;
    }
    return text;
  }

  /** The name of one body; null when absent or faulty. */
  @Nullable String body(String field) {
    JsonNode value = object.path(field);
    if (value.isTextual() && SeveralBodies.in(value.textValue())) {
      fault(Code.BAD_VALUE, field, "one-body");
      return null;
    }
    return listed(field);
  }

  /** A text that the post and others will find in a list; null when absent or faulty. */
  @Nullable String listed(String field) {
    String text = text(field);
    if (text == null) {
      return null;
    }
    // SECURITY: it must not begin to calculate, or to call programs, in whoever's spreadsheet.
    if (FORMULA.matcher(text).find()) {
      fault(Code.BAD_VALUE, field, "formula");
      return null;
    }
    // As it was written: an old font has letters where Unicode has signs nobody sees.
    String damage = Mojibake.likely(object.path(field).textValue());
    if (damage != null) {
      fault(Code.ENCODING, field, damage);
      return null;
    }
    // SECURITY: it is shown to those who may not know the degree, and printed.
    if (DegreeWords.in(text)) {
      fault(Code.BAD_VALUE, field, "degree-outside");
      return null;
    }
    return text;
  }

  @Nullable String requiredText(String field) {
    if (absent(field)) {
      fault(Code.MISSING_FIELD, field);
    }
    return text(field);
  }

  @Nullable String requiredId(String field) {
    String id = requiredText(field);
    if (id != null && !ID.matcher(id).matches()) {
      fault(Code.BAD_VALUE, field, "id");
      return null;
    }
    return id;
  }

  @Nullable Instant requiredTime(String field) {
    if (absent(field)) {
      fault(Code.MISSING_FIELD, field);
    }
    return time(field);
  }

  /**
   * ISO 8601 with an offset, or by a pattern of the partner in its zone; impossible dates are
   * faults, not the day after.
   */
  @Nullable Instant time(String field) {
    String text = text(field);
    if (text == null) {
      return null;
    }
    Instant time = Times.read(text, how);
    if (time == null && how.times().isEmpty()) {
      fault(Code.BAD_VALUE, field, "time");
    } else if (time == null) {
      fault(Code.BAD_VALUE, field, "time-as-agreed", how.timesShown());
    }
    return time;
  }

  @Nullable Integer whole(String field, int least, int most) {
    if (absent(field)) {
      return null;
    }
    JsonNode value = object.path(field);
    boolean fits = value.isIntegralNumber() && value.canConvertToInt();
    if (!fits || value.intValue() < least || value.intValue() > most) {
      String wrong = value.isTextual() ? NoNumber.of(value.textValue()) : "whole";
      fault(Code.BAD_VALUE, field, wrong, String.valueOf(least), String.valueOf(most));
      return null;
    }
    return value.intValue();
  }

  @Nullable Boolean yesNo(HandOffField field) {
    String name = field.field();
    if (absent(name)) {
      return null;
    }
    JsonNode value = object.path(name);
    if (value.isBoolean()) {
      return value.booleanValue();
    }
    String written = word(name);
    String known = written == null ? null : how.word(field, written).orElse(null);
    if (known == null) {
      boolean quoted = written != null && written.matches("(?i)true|false");
      fault(Code.BAD_VALUE, name, quoted ? "yes-no-quoted" : "yes-no");
      return null;
    }
    return Boolean.valueOf(known);
  }

  /** The contract's word, where the partner's conventions know what was written; else that. */
  @Nullable String word(HandOffField field) {
    String written = word(field.field());
    return written == null ? null : how.word(field, written).orElse(written);
  }

  /** What was written, number or text, for words that have many spellings. */
  private @Nullable String word(String field) {
    JsonNode value = object.path(field);
    return value.isNumber() ? value.asText() : text(field);
  }

  void fault(Code code, String field) {
    faults.accept(Fault.of(code, at + "/" + field));
  }

  void fault(Code code, String field, String variant, Object... arguments) {
    faults.accept(Fault.of(code, at + "/" + field, variant, arguments));
  }
}
