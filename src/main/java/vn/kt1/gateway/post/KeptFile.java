package vn.kt1.gateway.post;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An order file as operators see it: ids, times and counts, nothing of what stands in it. */
public record KeptFile(
    String name,
    String province,
    Instant keptAt,
    @Nullable Instant sentAt,
    String sha256,
    int orders,
    int answered,
    int contradicting,
    boolean copyKept,
    boolean resendOwed) {

  /** Which files are asked for. */
  public enum State {
    ALL("true"),
    UNSENT("f.sent_at is null"),
    UNANSWERED("f.answered_at is null"),
    CONTRADICTED(
        """
        f.name in (select o.file_name from post_answer a
          join post_order o on o.order_id = a.order_id where a.contradicts)\
        """);

    private final String condition;

    State(String condition) {
      this.condition = condition;
    }

    String condition() {
      return condition;
    }
  }

  /** One order in it. */
  public record One(
      String orderId, String shipmentId, @Nullable Instant answeredAt, List<Answer> answers) {
    public One {
      answers = List.copyOf(answers);
    }
  }

  /**
   * One answer of the post; the first counts, others correct its item code or contradict it. Weight
   * in grams.
   */
  public record Answer(
      String orderId,
      String result,
      @Nullable String itemCode,
      @Nullable Instant answeredAt,
      @Nullable String postOffice,
      @Nullable Integer weightGrams,
      @Nullable String reason,
      boolean first,
      boolean contradicts,
      Instant recordedAt) {}
}
