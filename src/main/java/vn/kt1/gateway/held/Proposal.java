package vn.kt1.gateway.held;

import java.time.Instant;
import vn.kt1.gateway.shipment.Answer;
import vn.kt1.gateway.shipment.Network;

/** An answer that opens a network which no person opens alone. It waits for a second person. */
record Proposal(String by, String role, Instant at, Answer answer, Network opens) {

  boolean is(String login) {
    return by.equals(login);
  }

  /** Whether this answer of another person means the same. */
  boolean confirmedBy(Answer other) {
    return other.silent() || other.equals(answer) || other.only(opens);
  }
}
