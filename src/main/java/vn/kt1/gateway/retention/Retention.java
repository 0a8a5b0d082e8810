package vn.kt1.gateway.retention;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.kt1.gateway.evidence.Evidence;
import vn.kt1.gateway.ledger.ShipmentsTold;
import vn.kt1.gateway.retention.OldShipments.Mark;
import vn.kt1.gateway.shipment.VietnamTime;

/** Erases the texts of shipments that ended long ago, so many in a transaction. */
@Component
public class Retention {

  private static final Logger LOG = LoggerFactory.getLogger(Retention.class);
  private static final int MOST = 1_000;

  private final OldShipments shipments;
  private final Texts texts;
  private final Evidence evidence;
  private final TransactionTemplate transaction;
  private final RetentionSettings settings;
  private final Clock clock;

  Retention(
      OldShipments shipments,
      Texts texts,
      Evidence evidence,
      TransactionTemplate transaction,
      RetentionSettings settings,
      Clock clock) {
    this.shipments = shipments;
    this.texts = texts;
    this.evidence = evidence;
    this.transaction = transaction;
    this.settings = settings;
    this.clock = clock;
  }

  /** The post may tell of a shipment years after its end. */
  @EventListener
  public void told(ShipmentsTold news) {
    shipments.again(news.shipments());
  }

  /** All that is due; twice is once. */
  public void erase() {
    LocalDate day = VietnamTime.day(clock.instant()).minus(settings.after());
    boolean more = true;
    while (more) {
      more = Boolean.TRUE.equals(transaction.execute(status -> some(day)));
    }
  }

  /** Whether there may be more. */
  private boolean some(LocalDate endedBefore) {
    Optional<Mark> mark = shipments.only();
    if (mark.isEmpty()) {
      return false;
    }
    Instant before = endedBefore.atStartOfDay(VietnamTime.VIETNAM).toInstant();
    boolean further = shipments.walk(mark.get(), before, MOST);
    List<String> ended = shipments.take(before, MOST);
    int persons = texts.persons(ended);
    int alone = texts.byThemselves(before, MOST);
    tell(endedBefore, persons, texts.ofShipments(ended) + alone);
    return further || ended.size() == MOST || alone >= MOST;
  }

  /** SECURITY: how many and up to which day; not of which shipments. */
  private void tell(LocalDate endedBefore, int persons, int others) {
    if (persons + others == 0) {
      return;
    }
    evidence.record(
        "gateway",
        "texts-erased",
        endedBefore.toString(),
        Map.of("addressees", persons, "texts", others));
    LOG.info(
        "texts were erased of what ended before {}: addressees {} texts {}",
        endedBefore,
        persons,
        others);
  }
}
