package vn.kt1.gateway.tracking;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.kt1.gateway.ledger.Timeline;
import vn.kt1.gateway.shipment.ItemCode;
import vn.kt1.gateway.shipment.PostFile;
import vn.kt1.gateway.shipment.Urgency;
import vn.kt1.gateway.tracking.PollAnswers.Answer;
import vn.kt1.gateway.tracking.PollAnswers.Unanswered;

/**
 * The items under way, and when to ask the post about each. A trigger deletes a row with its
 * shipment. A page is claimed under a lease, which ends by time if its holder was killed.
 */
@Component
public class PollItems {

  private static final Logger LOG = LoggerFactory.getLogger(PollItems.class);

  private final JdbcClient jdbc;
  private final PollNews news;
  private final Clock clock;
  private final PollSettings settings;

  PollItems(JdbcClient jdbc, PollNews news, Clock clock, PollSettings settings) {
    this.jdbc = jdbc;
    this.news = news;
    this.clock = clock;
    this.settings = settings;
  }

  /**
   * Called in the transaction that gives a shipment its item code, or another one, after all news
   * of it was applied.
   */
  public void begin(String shipmentId) {
    Timestamp now = Timestamp.from(clock.instant());
    jdbc.sql(
            """
            insert into inquiry (shipment_id, item_code, due_at, news_at)
            select shipment_id, item_code, ?, ? from shipment
            where shipment_id = ? and network = 'KT1' and item_code is not null and state not in
              ('DELIVERED', 'RETURNED', 'LOST', 'CANCELLED', 'REFUSED', 'ORDER_REFUSED')
            on conflict (shipment_id) do update set item_code = excluded.item_code,
              due_at = excluded.due_at, lease = null, leased_until = null, listed = null,
              silent = 0, failures = 0, unreadable = 0
            """)
        .params(now, now, shipmentId)
        .update();
  }

  /** The item is not asked about any more, because it has no item code. */
  public void end(String shipmentId) {
    jdbc.sql("delete from inquiry where shipment_id = ?").param(shipmentId).update();
  }

  /** The items longest due, at most a page, or null. */
  @Transactional
  public @Nullable PollPage claim() {
    UUID lease = UUID.randomUUID();
    Instant now = clock.instant();
    Timestamp at = Timestamp.from(now);
    List<PollItem> inquiries =
        jdbc.sql(
                """
                with due as (
                  select shipment_id from inquiry
                  where due_at <= ? and (leased_until is null or leased_until <= ?)
                  order by due_at limit ? for update skip locked)
                update inquiry i set lease = ?, leased_until = ?, asked_at = ?
                from due, shipment s
                where i.shipment_id = due.shipment_id and s.shipment_id = i.shipment_id
                returning i.*, s.urgency, s.handed_off_at,
                  greatest(i.news_at, s.state_since) as heard_at
                """)
            .params(at, at, settings.page(), lease)
            .params(Timestamp.from(now.plus(settings.lease())), at)
            .query((row, number) -> inquiry(row))
            .list();
    return inquiries.isEmpty() ? null : new PollPage(lease, inquiries);
  }

  private static PollItem inquiry(ResultSet row) throws SQLException {
    return new PollItem(
        row.getString("shipment_id"),
        ItemCode.of(row.getString("item_code")),
        Urgency.valueOf(row.getString("urgency")),
        row.getTimestamp("handed_off_at").toInstant(),
        row.getTimestamp("heard_at").toInstant(),
        row.getInt("silent"),
        row.getInt("failures"),
        row.getInt("unreadable"));
  }

  /**
   * One transaction for each item, so that none delays another or the files of the post for long.
   * Counts the new events.
   */
  public PostFile.Result apply(PollAnswers answers) {
    DataIntegrityViolationException refused = null;
    List<Timeline.Effect> fresh = new ArrayList<>();
    for (Answer answer : answers.answers()) {
      try {
        fresh.addAll(news.apply(answers.lease(), answer));
      } catch (DataIntegrityViolationException unfit) {
        refused = unfit; // reported below, once the others are safe
        putAside(answers.lease(), answer);
      }
    }
    answers.unanswered().forEach(unanswered -> postpone(answers.lease(), unanswered));
    release(answers.lease());
    if (refused != null) {
      throw refused;
    }
    int unmapped = Collections.frequency(fresh, Timeline.Effect.UNMAPPED);
    return new PostFile.Result(fresh.size(), fresh.size() - unmapped, 0, unmapped, List.of());
  }

  /**
   * The next query comes as after an answer without news, ever later, because the result will most
   * likely be the same.
   */
  private void putAside(UUID lease, Answer answer) {
    jdbc.sql(
            """
            update inquiry set due_at = ?, silent = silent + 1, failures = failures + 1,
              lease = null, leased_until = null
            where shipment_id = ? and lease = ?
            """)
        .params(Timestamp.from(answer.afterSilence()), answer.inquiry().shipmentId(), lease)
        .update();
  }

  private void postpone(UUID lease, Unanswered unanswered) {
    jdbc.sql(
            """
            update inquiry set due_at = ?, failures = failures + 1, lease = null,
              leased_until = null
            where shipment_id = ? and lease = ?
            """)
        .params(Timestamp.from(unanswered.againAt()), unanswered.inquiry().shipmentId(), lease)
        .update();
  }

  /** Gives back what is left of a page; if that fails too, the lease ends by time. */
  public void giveBack(PollPage page) {
    try {
      release(page.lease());
    } catch (DataAccessException away) {
      LOG.info("a page of inquiries stays leased until its time is over");
    }
  }

  private void release(UUID lease) {
    jdbc.sql(
            """
            update inquiry set lease = null, leased_until = null where shipment_id in (
              select shipment_id from inquiry where lease = ? order by shipment_id for update)
            """)
        .param(lease)
        .update();
  }
}
