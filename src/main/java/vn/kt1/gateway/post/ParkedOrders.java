package vn.kt1.gateway.post;

import java.sql.Timestamp;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.kt1.gateway.dispatch.ParkedWork;
import vn.kt1.gateway.shipment.Fault;
import vn.kt1.gateway.shipment.Fault.Code;
import vn.kt1.gateway.shipment.Rejected;

/** Orders owed for what does not go by KT1: nobody but a person can say how they came to be. */
@Component
public class ParkedOrders implements ParkedWork {

  public static final String ROUTE = "orders-make";

  private final JdbcClient jdbc;
  private final Clock clock;

  ParkedOrders(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @Override
  public boolean knows(String route) {
    return route.equals(ROUTE);
  }

  /** Once the row says again that it goes by KT1, and nobody has cancelled it. */
  @Override
  public void again(String route, String reference) {
    int owed =
        jdbc.sql(
                """
                insert into outbox (topic, key, province, due_at, since, hurries)
                select 'order', shipment_id, sender_province, ?, ?, hurries(urgency) from shipment
                where shipment_id = ? and network = 'KT1' and state = 'REGISTERED'
                on conflict (topic, key) do update set due_at = excluded.due_at
                """)
            .params(Timestamp.from(clock.instant()), Timestamp.from(clock.instant()), reference)
            .update();
    if (owed == 0) {
      throw new Rejected(Fault.of(Code.NOT_FOUND, "", "asked"));
    }
  }

  @Override
  public void giveUp(String route, String reference) {
    // Nothing was promised: the shipment never went by KT1.
  }
}
