package vn.kt1.gateway.intake;

import com.fasterxml.jackson.databind.JsonNode;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.kt1.gateway.shipment.Fault;
import vn.kt1.gateway.shipment.Fault.Code;

/** Reads the fields of one object; what cannot be read becomes a fault and reads as absent. */
final class Fields {

  private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");
  private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cs}]");

  private final JsonNode object;
  private final String at;
  private final @Nullable Integer row;
  private final List<Fault> faults;

  Fields(JsonNode object, String at, @Nullable Integer row, List<Fault> faults) {
    this.object = object;
    this.at = at;
    this.row = row;
    this.faults = faults;
  }

  Fields inside(String field) {
    JsonNode value = object.path(field);
    if (!value.isObject() && !value.isNull() && !value.isMissingNode()) {
      fault(Code.BAD_VALUE, field, "object");
    }
    return new Fields(value, at + "/" + field, row, faults);
  }

  boolean absent(String field) {
    JsonNode value = object.path(field);
    return value.isMissingNode()
        || value.isNull()
        || value.isTextual()
            && !Shape.tooLongToRead(value.textValue())
            && tidied(value.textValue()).isEmpty();
  }

  /** In NFC, and with one plain blank wherever there were blanks of any kind. */
  static String tidied(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC).replaceAll("[\\s\\p{Z}]+", " ").strip();
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
    if (Shape.tooLongToRead(value.textValue())) {
      return null; // the guard has told
    }
    // Before anything is tidied: half of a garbled "à" is a blank, of a "Đ" a control character.
    if (Mojibake.in(value.textValue())) {
      fault(Code.ENCODING, field, "mojibake");
      return null;
    }
    String text = tidied(value.textValue());
    if (UNPRINTABLE.matcher(text).find()) {
      fault(Code.BAD_VALUE, field, "unprintable");
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

  /** ISO 8601 with an offset; impossible dates are faults, not the day after. */
  @Nullable Instant time(String field) {
    String text = text(field);
    if (text == null) {
      return null;
    }
    try {
      Instant time = OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MICROS);
      if (time.isAfter(Instant.EPOCH) && time.isBefore(Instant.parse("2200-01-01T00:00:00Z"))) {
        return time;
      }
    } catch (DateTimeException e) {
      // Falls through to the same fault as a date beyond all sense.
    }
    fault(Code.BAD_VALUE, field, "time");
    return null;
  }

  @Nullable Integer whole(String field, int least, int most) {
    if (absent(field)) {
      return null;
    }
    JsonNode value = object.path(field);
    boolean fits = value.isIntegralNumber() && value.canConvertToInt();
    if (!fits || value.intValue() < least || value.intValue() > most) {
      fault(Code.BAD_VALUE, field, "whole", String.valueOf(least), String.valueOf(most));
      return null;
    }
    return value.intValue();
  }

  @Nullable Boolean yesNo(String field) {
    if (absent(field)) {
      return null;
    }
    JsonNode value = object.path(field);
    if (!value.isBoolean()) {
      fault(Code.BAD_VALUE, field, "yes-no");
      return null;
    }
    return value.booleanValue();
  }

  /** What was written, number or text, for words that have many spellings. */
  @Nullable String word(String field) {
    JsonNode value = object.path(field);
    return value.isNumber() ? value.asText() : text(field);
  }

  void fault(Code code, String field) {
    add(Fault.of(code, at + "/" + field));
  }

  void fault(Code code, String field, String variant, Object... arguments) {
    add(Fault.of(code, at + "/" + field, variant, arguments));
  }

  private void add(Fault fault) {
    faults.add(row == null ? fault : fault.atRow(row));
  }
}
