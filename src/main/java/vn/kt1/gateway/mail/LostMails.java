package vn.kt1.gateway.mail;

import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.concurrent.ConcurrentMap;

/**
 * Counts how often the connection broke at a mail. Some mails make a server hang up whenever they
 * are read. Without a limit, all mails behind such a mail would wait for ever.
 */
final class LostMails {
  private static final int MOST_TRIES = 3;
  private static final int MOST_MAILS = 1_000;

  private final ConcurrentMap<String, Integer> tries =
      Caffeine.newBuilder().maximumSize(MOST_MAILS).<String, Integer>build().asMap();

  void lost(String reference) {
    tries.merge(reference, 1, Integer::sum);
  }

  /** Whether to put the mail aside now; the count then begins anew. */
  boolean givenUp(String reference) {
    return tries.getOrDefault(reference, 0) >= MOST_TRIES && tries.remove(reference) != null;
  }
}
