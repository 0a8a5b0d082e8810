package vn.kt1.gateway.logbook;

import java.time.DateTimeException;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.kt1.gateway.shipment.Rejected;
import vn.kt1.gateway.shipment.VietnamTime;

/**
 * The little of a failure that may be told beside its kind: a day, a code of ours, or a folder of
 * the contract.
 */
final class CauseDetails {

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
          "(?i)directory:? ?(?:to: )?(?:[^"
              + " ]*?/)??((?:(?:from|to)-post/)?(?:outbox|receipts|rejected|status|orders|cancellations)(?:/\\.(?:done|failed|parked))?)/?(?:["
              + " .,:]|$)");

  private CauseDetails() {}

  static @Nullable String of(String key, List<Throwable> chain) {
    Stream<Optional<String>> found =
        switch (key) {
          case "certificate-expired" -> messages(chain).map(CauseDetails::day);
          case "rejected" -> chain.stream().map(CauseDetails::code);
          case "folder-missing" -> messages(chain).map(CauseDetails::folder);
          default -> Stream.of();
        };
    return found.flatMap(Optional::stream).findFirst().orElse(null);
  }

  private static Stream<String> messages(List<Throwable> chain) {
    return chain.stream().map(Throwable::getMessage).filter(Objects::nonNull);
  }

  private static Optional<String> code(Throwable failure) {
    return failure instanceof Rejected rejected
        ? Optional.of(rejected.code().text())
        : Optional.empty();
  }

  private static Optional<String> day(String message) {
    Matcher written = DAY.matcher(message);
    if (!written.find()) {
      return Optional.empty();
    }
    try {
      ZonedDateTime end = ZonedDateTime.parse(written.group(1), WRITTEN);
      return Optional.of(end.withZoneSameInstant(VietnamTime.VIETNAM).toLocalDate().toString());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Optional<String> folder(String message) {
    Matcher named = FOLDER.matcher(message);
    return named.find() ? Optional.of(named.group(1)) : Optional.empty();
  }
}
