package vn.kt1.gateway.incident;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.kt1.gateway.ledger.ShipmentsMoved;
import vn.kt1.gateway.shipment.Actor;
import vn.kt1.gateway.shipment.ShipmentState;

/** Raises what nobody has to report: a shipment the post has lost, an incident nobody answers. */
@Component
public class IncidentWatch {

  private static final int AT_ONCE = 100;

  private final JdbcClient jdbc;
  private final Incidents incidents;
  private final IncidentBook book;
  private final IncidentNotices notices;
  private final Clock clock;

  IncidentWatch(
      JdbcClient jdbc,
      Incidents incidents,
      IncidentBook book,
      IncidentNotices notices,
      Clock clock) {
    this.jdbc = jdbc;
    this.incidents = incidents;
    this.book = book;
    this.notices = notices;
    this.clock = clock;
  }

  /** In the transaction of the news itself. */
  @EventListener
  public void moved(ShipmentsMoved news) {
    news.to().entrySet().stream()
        .filter(move -> move.getValue() == ShipmentState.LOST)
        .map(Map.Entry::getKey)
        .sorted()
        .forEach(this::lost);
  }

  /** Where somebody has reported the loss already and nobody has answered yet, it is the same. */
  private void lost(String shipmentId) {
    jdbc.sql(
            """
            select sender_province, state_since from shipment s where shipment_id = ?
              and not exists (select from incident i where i.shipment_id = s.shipment_id
                and i.kind = 'LOSS' and i.state <> 'ANSWERED')
            """)
        .param(shipmentId)
        .query(
            (row, number) ->
                new Raised(
                    IncidentKind.LOSS,
                    false,
                    shipmentId,
                    null,
                    null,
                    row.getString("sender_province"),
                    null,
                    null,
                    Raised.By.GATEWAY,
                    row.getTimestamp("state_since").toInstant().truncatedTo(ChronoUnit.MICROS),
                    null))
        .optional()
        .ifPresent(raised -> incidents.raise(new Actor("gateway", null), raised));
  }

  /** The operators are told of each incident that nobody has answered in time, once. */
  @Transactional
  public void remind() {
    book.overdue(clock.instant(), AT_ONCE).forEach(notices::tellLate);
  }
}
