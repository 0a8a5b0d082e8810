package vn.kt1.gateway.web;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;
import vn.kt1.gateway.shipment.VietnamTime;

/** Times as the contract shows them, at +07:00. */
public final class AnswerTimes {

  private AnswerTimes() {}

  public static @Nullable String show(@Nullable Instant instant) {
    return instant == null
        ? null
        : DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(instant.atOffset(VietnamTime.OFFSET));
  }
}
