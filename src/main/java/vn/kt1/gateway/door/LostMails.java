package vn.kt1.gateway.door;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Counts how often the line was lost over a mail. Some mails make a server hang up whenever they
 * are read; without an end to that, all mails behind such a one would wait for ever.
 */
final class LostMails {
  private static final int MOST_TRIES = 3;
  private static final int MOST_MAILS = 1_000;

  private final Map<String, Integer> tries =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Integer> eldest) {
          return size() > MOST_MAILS;
        }
      };

  synchronized void lost(String reference) {
    tries.merge(reference, 1, Integer::sum);
  }

  /** Whether it is time to put that mail aside; the count begins anew then. */
  synchronized boolean givenUp(String reference) {
    boolean enough = tries.getOrDefault(reference, 0) >= MOST_TRIES;
    if (enough) {
      tries.remove(reference);
    }
    return enough;
  }
}
