package vn.kt1.gateway.tracking;

import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;
import vn.kt1.gateway.shipment.Urgency;

/**
 * Says when to ask about an item again: often while it is young, more often when it is urgent,
 * rarely when it is old or stuck; never later than {@code rarely}.
 */
@Component
class Timetable {

  static final Duration FIRST_PAUSE = Duration.ofSeconds(2);

  private final TrackingSettings settings;

  Timetable(TrackingSettings settings) {
    this.settings = settings;
  }

  /** The answer held something new. */
  Instant afterNews(PollItem inquiry, Instant now) {
    return now.plus(pause(inquiry, now, 0));
  }

  /**
   * The answer held nothing new. The pause doubles with each such answer once the item counts as
   * stuck.
   */
  Instant afterSilence(PollItem inquiry, Instant now) {
    boolean stuck = !now.isBefore(inquiry.newsAt().plus(settings.stuckAfter()));
    return now.plus(pause(inquiry, now, stuck ? inquiry.silent() + 1L : 0));
  }

  /** There was no answer for the {@code failures}-th time in a row. */
  Instant afterFailure(int failures, Instant now) {
    return now.plus(doubled(FIRST_PAUSE, failures - 1L, settings.longestPause()));
  }

  private Duration pause(PollItem inquiry, Instant now, long more) {
    return doubled(usual(inquiry.urgency()), times(inquiry, now) + more, settings.rarely());
  }

  private Duration usual(Urgency urgency) {
    boolean plain = urgency == Urgency.NORMAL || urgency == Urgency.UNKNOWN;
    return plain ? settings.every() : settings.urgent();
  }

  /** How often the pause has doubled by the item's age: once for each whole {@code young}. */
  private long times(PollItem inquiry, Instant now) {
    Duration age = Duration.between(inquiry.handedOffAt(), now);
    return age.isNegative() ? 0 : age.dividedBy(settings.young());
  }

  private static Duration doubled(Duration first, long times, Duration longest) {
    Duration pause = first.multipliedBy(1L << Math.max(0, Math.min(times, 20)));
    return pause.compareTo(longest) < 0 ? pause : longest;
  }
}
