package vn.kt1.gateway.post;

import org.springframework.stereotype.Component;

/** Makes the order files that leave now, each in a transaction of its own. */
@Component
public class DueOrders {

  /** So many in one look: a backlog leaves fast, and a gateway that stops need not wait for it. */
  private static final int FILES = 10;

  private final Orders orders;

  DueOrders(Orders orders) {
    this.orders = orders;
  }

  public void make() {
    int made = 0;
    while (made < FILES && orders.make()) {
      made++;
    }
  }
}
