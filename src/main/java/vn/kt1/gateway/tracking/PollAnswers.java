package vn.kt1.gateway.tracking;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import vn.kt1.gateway.shipment.TrackingEvent;

/**
 * What came of a page of inquiries. What stands neither in {@code answers} nor in {@code
 * unanswered} was not asked, and goes back as it was.
 */
public record PollAnswers(UUID lease, List<Answer> answers, List<Unanswered> unanswered) {

  /**
   * What the post knows of one item, known to us or not.
   *
   * @param afterNews when to ask again if something of it is new, else {@code afterSilence}
   */
  public record Answer(
      PollItem inquiry,
      List<TrackingEvent> events,
      int unreadable,
      Instant afterNews,
      Instant afterSilence) {

    public Answer {
      events = List.copyOf(events);
    }
  }

  /** A question that got no answer. */
  public record Unanswered(PollItem inquiry, Instant againAt) {}

  public PollAnswers {
    answers = List.copyOf(answers);
    unanswered = List.copyOf(unanswered);
  }
}
