package vn.kt1.gateway.tracking;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.kt1.gateway.logbook.LastContact;
import vn.kt1.gateway.shipment.Text;

/**
 * How the tracking API has answered since this process started, for monitoring. If only one item
 * fails, that is not a failure of the API; it is logged and counted with the item.
 */
@Component
public class TrackingHealth implements LastContact.Source {

  /** Why there was no usable answer. */
  public enum Kind {
    /** No connection, or it broke. */
    UNREACHABLE(true),
    /** Not complete within the deadline. */
    TOO_LATE(true),
    /** A status other than 200. 429 and 503 concern every query. */
    STATUS(false),
    /** We do not trust its certificate, or it offers no acceptable TLS. */
    NOT_TRUSTED(true),
    /** 401 or 403, also after a fresh login; or no token for our login. */
    LOGIN_REFUSED(true),
    TOO_LARGE(false),
    /** Empty, a web page, or JSON without what we ask for. */
    UNREADABLE(false),
    /** 200, and an error inside. */
    ERROR_INSIDE(false),
    /** About other items only, not the one that was asked about. */
    OTHER_ITEM(false);

    private final boolean ofAll;

    Kind(boolean ofAll) {
      this.ofAll = ofAll;
    }

    /** In both languages, because the reader is not known. */
    String words() {
      Text text = Text.of("cause.tracking-" + name().toLowerCase(Locale.ROOT).replace('_', '-'));
      return text.vi() + " · " + text.en();
    }

    /** Whether this is a failure of the API, and not perhaps of one item only. */
    boolean ofAll() {
      return ofAll;
    }
  }

  /**
   * One look at it.
   *
   * @param lastFailure when the API failed as a whole: it is left alone, or a question failed in a
   *     way that all would
   * @param leftAloneSince when it was first left alone without an answer since; null while all is
   *     well
   */
  public record Standing(
      boolean configured,
      @Nullable Instant lastSuccess,
      @Nullable Instant lastFailure,
      @Nullable Kind lastFailureKind,
      @Nullable Instant leftAloneSince) {}

  private final boolean configured;
  private final Clock clock;
  private @Nullable Instant lastSuccess;
  private @Nullable Instant lastFailure;
  private @Nullable Kind lastFailureKind;
  private @Nullable Instant leftAloneSince;

  TrackingHealth(TrackingSettings settings, Clock clock) {
    this.configured = settings.asked();
    this.clock = clock;
  }

  public synchronized Standing standing() {
    return new Standing(configured, lastSuccess, lastFailure, lastFailureKind, leftAloneSince);
  }

  @Override
  public synchronized List<LastContact> pulses() {
    String why = lastFailureKind == null ? null : lastFailureKind.words();
    return List.of(new LastContact("tracking", configured, null, lastSuccess, lastFailure, why));
  }

  /** Whether the API had been left alone. */
  synchronized boolean succeeded() {
    boolean back = leftAloneSince != null;
    lastSuccess = clock.instant();
    leftAloneSince = null;
    return back;
  }

  synchronized void failed(Kind kind, boolean leftAlone) {
    lastFailure = clock.instant();
    lastFailureKind = kind;
    if (leftAlone && leftAloneSince == null) {
      leftAloneSince = lastFailure;
    }
  }
}
