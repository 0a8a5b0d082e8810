package vn.kt1.gateway.post;

import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Makes the order files that leave now, each in a transaction of its own. */
@Component
public class DueOrders {

  /** So many in one look: a backlog leaves fast, and a gateway that stops need not wait for it. */
  private static final int FILES = 10;

  private final Orders orders;
  private final Clock clock;

  DueOrders(Orders orders, Clock clock) {
    this.orders = orders;
    this.clock = clock;
  }

  /** What comes meanwhile waits for the next look: else each few would get a file of their own. */
  public void make() {
    Instant look = clock.instant();
    int made = 0;
    while (made < FILES && orders.make(look)) {
      made++;
    }
  }
}
