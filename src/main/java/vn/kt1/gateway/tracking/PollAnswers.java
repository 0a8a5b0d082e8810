package vn.kt1.gateway.tracking;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import vn.kt1.gateway.shipment.TrackingEvent;

/**
 * The result of a page of queries. An item that is neither in {@code answers} nor in {@code
 * unanswered} was not asked and is due as before.
 */
public record PollAnswers(UUID lease, List<Answer> answers, List<Unanswered> unanswered) {

  /**
   * What the post says of one item, including what we knew.
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
