package vn.kt1.gateway.tracking;

import java.time.Duration;
import vn.kt1.testing.HandClock;

/** All that asks the tracking API, on a clock in the test's hand, for the tests of other rooms. */
public record Asking(TrackingApi api, ChangeList changes, TrackingWatch watch) {

  public static Asking of(
      String url, String password, Duration deadline, int perMinute, HandClock clock) {
    TrackingSettings settings = Given.settings(url, password, deadline, perMinute);
    TrackingHealth health = new TrackingHealth(settings, clock);
    Line line = new Line(settings, health, Given.passing(clock));
    return new Asking(
        new TrackingApi(line, new Timetable(settings), clock),
        new ChangeList(line, settings),
        new TrackingWatch(health, settings, clock));
  }
}
