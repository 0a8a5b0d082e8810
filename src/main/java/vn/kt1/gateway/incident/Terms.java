package vn.kt1.gateway.incident;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import vn.kt1.gateway.shipment.VietnamTime;

/**
 * Until when an incident may be raised and must be answered. The last rule that can be read is TT
 * 16/2017/TT-BTTTT Đ.4(5), (6); whether it holds today is not verified. Luật Bưu chính Đ.38 has the
 * same six months for loss and delay.
 */
final class Terms {

  static final String SOURCE = "TT 16/2017/TT-BTTTT Đ.4(5), Đ.4(6)";
  static final boolean VERIFIED = false;

  static final int CLAIM_MONTHS = 6;
  static final int ANSWER_WORKING_DAYS = 7;

  private Terms() {}

  /** When a shipment was accepted and is due; null where nobody knows. */
  record Times(@Nullable Instant due, @Nullable Instant accepted) {
    static final Times UNKNOWN = new Times(null, null);
  }

  /**
   * Six months from the end of the transit time; without one, from the day after the post has
   * accepted the item; null before that.
   */
  static @Nullable Instant claimUntil(@Nullable Instant due, @Nullable Instant accepted) {
    if (due == null && accepted == null) {
      return null;
    }
    LocalDate from = due != null ? VietnamTime.day(due) : VietnamTime.day(accepted).plusDays(1);
    return endOf(from.plusMonths(CLAIM_MONTHS));
  }

  /** The end of the seventh working day after the day it was raised. */
  static Instant answerUntil(Instant raised, Predicate<LocalDate> working) {
    LocalDate day = VietnamTime.day(raised);
    for (int left = ANSWER_WORKING_DAYS; left > 0; ) {
      day = day.plusDays(1);
      if (working.test(day)) {
        left--;
      }
    }
    return endOf(day);
  }

  private static Instant endOf(LocalDate day) {
    return ZonedDateTime.of(day.plusDays(1).atStartOfDay(), VietnamTime.VIETNAM).toInstant();
  }
}
