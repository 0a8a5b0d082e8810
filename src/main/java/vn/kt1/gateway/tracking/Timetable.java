package vn.kt1.gateway.tracking;

import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;
import vn.kt1.gateway.shipment.Inquiry;
import vn.kt1.gateway.shipment.Urgency;

/** When to ask again: often while there is news, rarely about what is stuck, always later. */
@Component
class Timetable {

  private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);

  private final TrackingSettings settings;

  Timetable(TrackingSettings settings) {
    this.settings = settings;
  }

  Instant afterNews(Inquiry inquiry, Instant now) {
    return now.plus(pause(inquiry.urgency()));
  }

  /** The answer held nothing new: doubled with each such answer once the item counts as stuck. */
  Instant afterSilence(Inquiry inquiry, Instant now) {
    Duration pause = pause(inquiry.urgency());
    if (now.isBefore(inquiry.newsAt().plus(settings.stuckAfter()))) {
      return now.plus(pause);
    }
    return now.plus(doubled(pause, inquiry.silent() + 1, settings.rarely()));
  }

  /** There was no answer, for the {@code failures}-th time in a row. */
  Instant afterFailure(int failures, Instant now) {
    return now.plus(doubled(FIRST_PAUSE, failures - 1, settings.longestPause()));
  }

  private Duration pause(Urgency urgency) {
    boolean plain = urgency == Urgency.NORMAL || urgency == Urgency.UNKNOWN;
    return plain ? settings.every() : settings.urgent();
  }

  private static Duration doubled(Duration first, int times, Duration longest) {
    Duration pause = first.multipliedBy(1L << Math.max(0, Math.min(times, 20)));
    return pause.compareTo(longest) < 0 ? pause : longest;
  }
}
