package vn.kt1.gateway.mail;

import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.concurrent.ConcurrentMap;

/**
 * Counts how often the line was lost over a mail. Some mails make a server hang up whenever they
 * are read; without an end to that, all mails behind such a one would wait for ever.
 */
final class LostMails {
  private static final int MOST_TRIES = 3;
  private static final int MOST_MAILS = 1_000;

  private final ConcurrentMap<String, Integer> tries =
      Caffeine.newBuilder().maximumSize(MOST_MAILS).<String, Integer>build().asMap();

  void lost(String reference) {
    tries.merge(reference, 1, Integer::sum);
  }

  /** Whether it is time to put that mail aside; the count begins anew then. */
  boolean givenUp(String reference) {
    return tries.getOrDefault(reference, 0) >= MOST_TRIES && tries.remove(reference) != null;
  }
}
