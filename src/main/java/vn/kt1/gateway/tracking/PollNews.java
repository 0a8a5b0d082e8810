package vn.kt1.gateway.tracking;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.kt1.gateway.ledger.Timeline;
import vn.kt1.gateway.shipment.Sha256;
import vn.kt1.gateway.shipment.TrackingEvent;
import vn.kt1.gateway.status.Ahead;
import vn.kt1.gateway.status.AheadNews;
import vn.kt1.gateway.status.PostFiles;
import vn.kt1.gateway.tracking.PollAnswers.Answer;

/**
 * Applies what the post answered about one item: its events and the time of the next query, in one
 * transaction. It returns the result for the new events; each answer repeats the old ones. A hint
 * that came during the query may be newer than the answer, so the item is asked again.
 */
@Component
class PollNews {

  private final JdbcClient jdbc;
  private final PostFiles files;
  private final Timeline news;
  private final ApplicationEventPublisher publisher;
  private final Clock clock;

  PollNews(
      JdbcClient jdbc,
      PostFiles files,
      Timeline news,
      ApplicationEventPublisher publisher,
      Clock clock) {
    this.jdbc = jdbc;
    this.files = files;
    this.news = news;
    this.publisher = publisher;
    this.clock = clock;
  }

  @Transactional
  public List<Timeline.Effect> apply(UUID lease, Answer answer) {
    List<Timeline.Effect> fresh = List.of();
    String shipmentId = answer.inquiry().shipmentId();
    List<TrackingEvent> happened = happened(answer);
    int unreadable = answer.unreadable() + answer.events().size() - happened.size();
    if (!happened.isEmpty()) {
      files.queueBehindOtherNews();
      fresh =
          news
              .add(
                  Timeline.Channel.API,
                  happened.stream().map(event -> new Timeline.Item(shipmentId, event)).toList())
              .stream()
              .filter(effect -> effect != Timeline.Effect.DUPLICATE)
              .toList();
    }
    boolean ahead = happened.size() < answer.events().size();
    if (ahead && unreadable > answer.inquiry().unreadable()) {
      publisher.publishEvent(new AheadNews("tracking-" + shipmentId, Sha256.of(lease.toString())));
    }
    boolean told = !fresh.isEmpty();
    Timestamp now = Timestamp.from(clock.instant());
    Timestamp next = Timestamp.from(told ? answer.afterNews() : answer.afterSilence());
    jdbc.sql(
            """
            update inquiry set
              due_at = case when hinted_at > asked_at
                then least(?, greatest(?, asked_at + interval '1 minute')) else ? end, news_at = case when ? then ? else news_at end,
              silent = case when ? then 0 else silent + 1 end, answered_at = ?, unreadable = ?,
              failures = 0, lease = null, leased_until = null
            where shipment_id = ? and lease = ?
            """)
        .params(next, now, next)
        .params(told, now, told, now, unreadable, shipmentId, lease)
        .update();
    return fresh;
  }

  private List<TrackingEvent> happened(Answer answer) {
    Instant latest = Ahead.latest(clock);
    return answer.events().stream().filter(event -> !event.occurredAt().isAfter(latest)).toList();
  }
}
