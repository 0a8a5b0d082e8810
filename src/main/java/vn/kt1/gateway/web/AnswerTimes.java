package vn.kt1.gateway.web;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** Times as the contract shows them, at +07:00. */
public final class AnswerTimes {

  private static final ZoneOffset VIETNAM = ZoneOffset.ofHours(7);

  private AnswerTimes() {}

  public static @Nullable String show(@Nullable Instant instant) {
    return instant == null
        ? null
        : DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(instant.atOffset(VIETNAM));
  }
}
