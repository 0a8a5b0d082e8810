package vn.kt1.gateway.tracking;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import vn.kt1.gateway.shipment.Inquiry;
import vn.kt1.gateway.shipment.InquiryAnswers;
import vn.kt1.gateway.shipment.InquiryAnswers.Answer;
import vn.kt1.gateway.shipment.InquiryAnswers.Unanswered;
import vn.kt1.gateway.shipment.InquiryPage;
import vn.kt1.gateway.tracking.HistoryReader.History;

/**
 * Asks the tracking API of the post about a page of items. One without an answer waits alone; where
 * no other would fare better, the page ends and the API is left alone for a while.
 */
@Component
public class TrackingApi {

  private static final Logger LOG = LoggerFactory.getLogger(TrackingApi.class);

  private final @Nullable Session session;
  private final Timetable timetable;
  private final TrackingHealth health;
  private final Clock clock;
  private volatile Instant pausedUntil = Instant.MIN;

  TrackingApi(TrackingSettings settings, Timetable timetable, TrackingHealth health, Clock clock) {
    this.session = settings.asked() ? new Session(settings) : null;
    this.timetable = timetable;
    this.health = health;
    this.clock = clock;
    if (session == null) {
      LOG.info("the tracking API is not asked: gateway.tracking.url is blank");
    }
  }

  /** Whether there is an API to ask, and it is not being left alone after a failure. */
  public boolean mayAsk() {
    return session != null && !clock.instant().isBefore(pausedUntil);
  }

  public InquiryAnswers ask(InquiryPage page) {
    List<Answer> answers = new ArrayList<>();
    List<Unanswered> unanswered = new ArrayList<>();
    for (Inquiry inquiry : page.inquiries()) {
      try {
        answers.add(ask(inquiry));
        health.succeeded();
      } catch (NoAnswer failure) {
        unanswered.add(unanswered(inquiry, failure));
        if (failure.ofAll() || unanswered.size() == page.inquiries().size()) {
          pause(failure.kind());
          break;
        }
      }
    }
    return new InquiryAnswers(page.lease(), answers, unanswered);
  }

  private Answer ask(Inquiry inquiry) {
    if (session == null) {
      throw new NoAnswer(TrackingHealth.Kind.UNREACHABLE);
    }
    History history = HistoryReader.read(inquiry, session.history(inquiry.itemCode()));
    if (history.unreadable() > inquiry.unreadable()) {
      LOG.warn(
          "the tracking API: {} entries of shipment {} cannot be read",
          history.unreadable(),
          inquiry.shipmentId());
    }
    Instant now = clock.instant();
    return new Answer(
        inquiry,
        history.events(),
        history.unreadable(),
        timetable.afterNews(inquiry, now),
        timetable.afterSilence(inquiry, now));
  }

  private Unanswered unanswered(Inquiry inquiry, NoAnswer failure) {
    int inARow = inquiry.failures() + 1;
    LOG.warn(
        "not now, asked again: the tracking API, shipment {} cause {}, {} in a row",
        inquiry.shipmentId(),
        failure.kind(),
        inARow);
    return new Unanswered(inquiry, timetable.afterFailure(inARow, clock.instant()));
  }

  private void pause(TrackingHealth.Kind kind) {
    int inARow = health.failed(kind);
    pausedUntil = timetable.afterFailure(inARow, clock.instant());
    LOG.warn("left alone for a while: the tracking API, cause {}, {} in a row", kind, inARow);
  }
}
