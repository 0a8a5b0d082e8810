package vn.kt1.gateway.logbook;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.kt1.gateway.shipment.Rejected;

/**
 * The little of a failure that may be told beside its kind: a day, a code of ours, or a folder of
 * the contract.
 */
final class CauseDetails {

  private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");

  /** How a certificate says it: {@code NotAfter: Mon Nov 30 08:00:00 ICT 2026}. */
  private static final Pattern DAY = Pattern.compile("NotAfter: (.*)");

  private static final DateTimeFormatter WRITTEN =
      DateTimeFormatter.ofPattern("EEE MMM dd HH:mm:ss zzz yyyy", Locale.US);

  /**
   * SECURITY: folders by name only when they are the contract's, and nothing of what they lie in:
   * any other may be a file's name.
   */
  private static final Pattern FOLDER =
      Pattern.compile(
          "(?i)directory:? ?(?:to: )?(?:[^ ]*?/)??((?:(?:from|to)-post/)?"
              + "(?:outbox|receipts|rejected|status|orders|cancellations)(?:/\\.(?:done|failed|parked))?)/?(?:[ .,:]|$)");

  private CauseDetails() {}

  static @Nullable String of(String key, List<Throwable> chain) {
    return switch (key) {
      case "certificate-expired" -> first(chain, CauseDetails::day);
      case "rejected" -> code(chain);
      case "folder-missing" -> first(chain, CauseDetails::folder);
      default -> null;
    };
  }

  private static @Nullable String code(List<Throwable> chain) {
    return chain.stream()
        .filter(Rejected.class::isInstance)
        .map(one -> ((Rejected) one).code().text())
        .findFirst()
        .orElse(null);
  }

  private interface Reader {
    @Nullable String read(String message);
  }

  private static @Nullable String first(List<Throwable> chain, Reader reader) {
    for (Throwable one : chain) {
      String found = one.getMessage() == null ? null : reader.read(one.getMessage());
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  private static @Nullable String day(String message) {
    Matcher written = DAY.matcher(message);
    try {
      return written.find()
          ? ZonedDateTime.parse(written.group(1), WRITTEN)
              .withZoneSameInstant(VIETNAM)
              .toLocalDate()
              .toString()
          : null;
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static @Nullable String folder(String message) {
    Matcher named = FOLDER.matcher(message);
    return named.find() ? named.group(1) : null;
  }
}
