package vn.kt1.gateway.report.returns;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A return: each line with the gateway's number beside the reporter's, never merged.
 *
 * @param reporter the code of a unit, or {@link ReturnForm#OF_THE_POST}
 * @param filedAt null for a form that is not filed yet
 */
public record Returned(
    String province, int year, String reporter, @Nullable Instant filedAt, List<Answer> answers) {

  /**
   * What stands in a line.
   *
   * @param gateway null where the gateway does not count it, or may not mail it
   * @param value the reporter's number; null where nothing was said
   * @param words the reporter's text, of a line of words
   */
  public record Answer(
      String key,
      @Nullable Long gateway,
      @Nullable Long value,
      @Nullable String words,
      @Nullable String note) {

    public boolean differs() {
      return gateway != null && value != null && !gateway.equals(value);
    }

    Answer beside(@Nullable Long number) {
      return new Answer(key, number, value, words, note);
    }
  }

  public Returned {
    answers = List.copyOf(answers);
  }

  public ReturnForm form() {
    return ReturnForm.of(reporter);
  }

  public Optional<Answer> answer(String key) {
    return answers.stream().filter(one -> one.key().equals(key)).findFirst();
  }
}
