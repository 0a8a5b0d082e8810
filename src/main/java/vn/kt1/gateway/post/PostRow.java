package vn.kt1.gateway.post;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.kt1.gateway.post.PostTable.BadRow;
import vn.kt1.gateway.shipment.Fault.Code;

/** One row of a file of the post, read by column name. Times without a zone are +07:00. */
record PostRow(int number, Map<String, Integer> columns, List<String> cells) {

  private static final int LONGEST_TEXT = 200;
  private static final ZoneOffset VIETNAM = ZoneOffset.ofHours(7);
  private static final Instant NEVER = Instant.parse("2200-01-01T00:00:00Z");
  private static final DateTimeFormatter DAY_FIRST =
      DateTimeFormatter.ofPattern("dd/MM/uuuu HH:mm:ss").withResolverStyle(ResolverStyle.STRICT);

  @Nullable String text(String column) {
    Integer index = columns.get(column);
    if (index == null || index >= cells.size() || cells.get(index).isBlank()) {
      return null;
    }
    if (cells.get(index).length() > 5 * LONGEST_TEXT) {
      throw new BadRow(Code.BAD_VALUE, "long");
    }
    String text =
        Normalizer.normalize(cells.get(index), Normalizer.Form.NFC)
            .replaceAll("[\\p{Cc}\\p{Cf}\\s\\p{Z}]+", " ")
            .strip();
    if (text.length() > LONGEST_TEXT) {
      throw new BadRow(Code.BAD_VALUE, "long");
    }
    return text.isEmpty() ? null : text;
  }

  String required(String column) {
    String text = text(column);
    if (text == null) {
      throw new BadRow(Code.MISSING_FIELD, "column");
    }
    return text;
  }

  @Nullable Instant time(String column) {
    String text = text(column);
    return text == null ? null : parse(text);
  }

  Instant requiredTime(String column) {
    return parse(required(column));
  }

  @Nullable Integer grams(String column) {
    String text = text(column);
    if (text == null) {
      return null;
    }
    if (!text.matches("[0-9]{1,7}")) {
      throw new BadRow(Code.BAD_VALUE, "number");
    }
    return Integer.valueOf(text);
  }

  /** A date beyond all sense is a fault of its row: the ledger could not hold it. */
  private static Instant parse(String text) {
    Instant time = read(text);
    if (time.isBefore(Instant.EPOCH) || !time.isBefore(NEVER)) {
      throw new BadRow(Code.BAD_VALUE, "time");
    }
    return time.truncatedTo(ChronoUnit.MICROS);
  }

  private static Instant read(String text) {
    try {
      if (text.indexOf('/') == 2) {
        return LocalDateTime.parse(text, DAY_FIRST).toInstant(VIETNAM);
      }
      String iso = text.replace(' ', 'T').replaceFirst("([+-][0-9]{2})([0-9]{2})$", "$1:$2");
      boolean zoned = iso.matches(".*(?:Z|[+-][0-9]{2}:[0-9]{2})");
      return zoned
          ? OffsetDateTime.parse(iso).toInstant()
          : LocalDateTime.parse(iso).toInstant(VIETNAM);
    } catch (DateTimeException e) {
      throw new BadRow(Code.BAD_VALUE, "time");
    }
  }
}
