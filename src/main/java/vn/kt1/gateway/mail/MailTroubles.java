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
 * What the operators are told of mails that nobody is answered: of one partner and one kind once an
 * hour. The hour stands in the reference, so that it is once after a restart, too.
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

  /** Null where the operators were told of it in this hour. */
  public @Nullable Trouble compose(RuntimeException why, @Nullable Caller caller) {
    return why instanceof UnprovenMail mail
        ? trouble("mail-unproven", mail.partner())
        : trouble("mail-unanswered", Objects.requireNonNull(caller).name());
  }

  /** It is owed; marked only then, or nobody would be told when owing fails. */
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
