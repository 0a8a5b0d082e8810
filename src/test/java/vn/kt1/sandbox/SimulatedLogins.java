package vn.kt1.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Tokens of the tracking simulator: long as real ones, and at their end after a few calls. */
final class SimulatedLogins {
  private static final int CALLS = 7;

  private final TrackingSimulator.Login login;
  private final Map<String, AtomicInteger> left = new ConcurrentHashMap<>();
  private final AtomicInteger count = new AtomicInteger();

  SimulatedLogins(TrackingSimulator.Login login) {
    this.login = login;
  }

  int count() {
    return count.get();
  }

  byte[] token(JsonNode who) {
    count.incrementAndGet();
    boolean known =
        who.path("username").asText().equals(login.user())
            && who.path("password").asText().equals(login.password())
            && who.path("customerCode").asText().equals(login.customer());
    if (!known) {
      return SimulatedAnswers.of(Map.of("success", false, "errorMessage", "unknown login"));
    }
    String token = Credentials.freshSecret().repeat(12) + "." + Credentials.freshSecret();
    left.put(token, new AtomicInteger(CALLS));
    return SimulatedAnswers.of(Map.of("success", true, "errorMessage", "", "token", token));
  }

  /** Counts as one call of that token. */
  boolean letsIn(@Nullable String token) {
    AtomicInteger calls = token == null ? null : left.get(token);
    return calls != null && calls.getAndDecrement() > 0;
  }
}
