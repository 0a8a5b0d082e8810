package vn.kt1.gateway.mail;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.kt1.gateway.directory.Caller;
import vn.kt1.gateway.shipment.Text;
import vn.kt1.gateway.shipment.Trouble;
import vn.kt1.gateway.shipment.VietnamTime;

/**
 * Tells the operators of mails that get no answer: once an hour for each partner and kind. The hour
 * is part of the reference, so this also holds after a restart.
 */
public class MailTroubles {

  private static final Duration HOUR = Duration.ofHours(1);
  private static final DateTimeFormatter IN_HOUR =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HH").withZone(VietnamTime.OFFSET);

  private final Clock clock;
  private final Cache<String, Instant> told = Caffeine.newBuilder().maximumSize(1_000).build();

  MailTroubles(Clock clock) {
    this.clock = clock;
  }

  /** Null if the operators were told of it in this hour. */
  public @Nullable Trouble compose(RuntimeException why, @Nullable Caller caller) {
    return why instanceof UnprovenMail mail
        ? trouble("mail-unproven", mail.partner())
        : trouble("mail-unanswered", Objects.requireNonNull(caller).name());
  }

  /**
   * Call this only when the alert is owed: if it is marked before and owing fails, nobody is told.
   */
  public void told(Trouble trouble) {
    told.put(
        key(trouble.source(), trouble.reference().replaceFirst("-[^-]*$", "")), clock.instant());
  }

  private @Nullable Trouble trouble(String source, String partner) {
    Instant last = told.getIfPresent(key(source, "MAIL-" + partner));
    if (last != null && clock.instant().isBefore(last.plus(HOUR))) {
      return null;
    }
    String reference = "MAIL-" + partner + "-" + IN_HOUR.format(clock.instant());
    return new Trouble(source, reference, Text.of("trouble." + source, partner));
  }

  private static String key(String source, String partner) {
    return source + " " + partner;
  }
}
