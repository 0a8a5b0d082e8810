package vn.kt1.gateway.tracking;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import vn.kt1.gateway.tracking.HistoryReader.History;
import vn.kt1.gateway.tracking.PollAnswers.Answer;
import vn.kt1.gateway.tracking.PollAnswers.Unanswered;

/**
 * Asks the tracking API of the post about a page of items. An item without an answer waits alone.
 * If no other item would be answered, or none may be asked, the page ends and the other items are
 * due as before.
 */
@Component
public class TrackingApi {

  private static final Logger LOG = LoggerFactory.getLogger(TrackingApi.class);

  private final Line line;
  private final Timetable timetable;
  private final Clock clock;

  TrackingApi(Line line, Timetable timetable, Clock clock) {
    this.line = line;
    this.timetable = timetable;
    this.clock = clock;
  }

  /** Whether there is an API to ask, it is not left alone, and the budget is not used up. */
  public boolean mayAsk() {
    return line.free();
  }

  public PollAnswers ask(PollPage page) {
    List<Answer> answers = new ArrayList<>();
    List<Unanswered> unanswered = new ArrayList<>();
    for (PollItem inquiry : page.inquiries()) {
      try {
        answers.add(ask(inquiry));
      } catch (NotNow later) {
        break;
      } catch (NoAnswer failure) {
        unanswered.add(unanswered(inquiry, failure));
        if (failure.ofAll()) {
          break;
        }
      }
    }
    return new PollAnswers(page.lease(), answers, unanswered);
  }

  private Answer ask(PollItem inquiry) {
    History history =
        line.ask(session -> HistoryReader.read(inquiry, session.history(inquiry.itemCode())));
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

  private Unanswered unanswered(PollItem inquiry, NoAnswer failure) {
    int inARow = inquiry.failures() + 1;
    LOG.warn(
        "not now, asked again: the tracking API, shipment {} cause {}, {} in a row",
        inquiry.shipmentId(),
        failure.kind(),
        inARow);
    return new Unanswered(inquiry, timetable.afterFailure(inARow, clock.instant()));
  }
}
