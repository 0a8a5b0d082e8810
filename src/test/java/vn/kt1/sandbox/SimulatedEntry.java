package vn.kt1.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** One entry of a status history, in time of Vietnam; read from any spelling a person may use. */
public record SimulatedEntry(
    LocalDateTime at, @Nullable String code, @Nullable String name, @Nullable String location) {

  private static final ZoneOffset VIETNAM = ZoneOffset.ofHours(7);
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("[dd/MM/yyyy][dd-MM-yyyy][yyyy-MM-dd]");

  /**
   * @throws IllegalArgumentException with a sentence for whoever wrote it
   */
  static SimulatedEntry read(JsonNode entry) {
    String code = text(entry, "statusCode", "status_code", "code", "status");
    String name = text(entry, "statusName", "status_name", "name");
    if (code == null && name == null) {
      throw new IllegalArgumentException("an entry needs a statusCode or a statusName");
    }
    try {
      return new SimulatedEntry(
          at(entry), code, name, text(entry, "locateName", "LocateName", "location"));
    } catch (DateTimeException unreadable) {
      throw new IllegalArgumentException(
          "an entry needs createdDate (dd/MM/yyyy) with createHour (HH:mm:ss), or occurredAt (ISO)");
    }
  }

  ObjectNode stored(ObjectNode empty) {
    return empty
        .put("occurredAt", at.atOffset(VIETNAM).toString())
        .put("statusCode", code)
        .put("statusName", name)
        .put("locateName", location);
  }

  private static LocalDateTime at(JsonNode entry) {
    String date = text(entry, "createdDate");
    String hour = text(entry, "createHour", "createdHour", "time");
    if (date != null && hour != null && hour.length() <= 12) {
      return LocalDateTime.of(LocalDate.parse(date.split("[ T]")[0], DAY), LocalTime.parse(hour));
    }
    String whole = text(entry, "occurredAt", "occurred_at", "time", "createdDate");
    if (whole == null) {
      throw new DateTimeException("no time");
    }
    String iso = whole.replace(' ', 'T');
    if (iso.matches(".*T.*(Z|[+-][0-9]{2}:?[0-9]{2})")) {
      return OffsetDateTime.parse(iso.replaceFirst("([+-][0-9]{2})([0-9]{2})$", "$1:$2"))
          .withOffsetSameInstant(VIETNAM)
          .toLocalDateTime();
    }
    String[] parts = iso.split("T", 2);
    return LocalDateTime.of(
        LocalDate.parse(parts[0], DAY), LocalTime.parse(parts[parts.length - 1]));
  }

  private static @Nullable String text(JsonNode entry, String... keys) {
    for (String key : keys) {
      JsonNode value = entry.path(key);
      if (value.isValueNode() && !value.isNull() && !value.asText().isBlank()) {
        return value.asText().strip();
      }
    }
    return null;
  }
}
