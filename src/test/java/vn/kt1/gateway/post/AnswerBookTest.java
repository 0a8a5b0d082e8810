package vn.kt1.gateway.post;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.kt1.gateway.post.AnswerBook.Kept;
import vn.kt1.gateway.post.AnswerBook.Said;
import vn.kt1.gateway.post.PostAnswer.Result;
import vn.kt1.gateway.shipment.ItemCode;

/** What one more answer says beside those before it: {@code A@8} accepts as A at eight. */
class AnswerBookTest {

  @ParameterizedTest
  @CsvSource({
    "'', A@8, FIRST",
    "A@8, A@8, AGAIN",
    "A@8, A@9, AGAIN",
    "A@8, B@8, CORRECTED",
    "A@8, B@9, CORRECTED",
    "A@9, B@8, CONTRADICTED",
    "A@8, -@9, CONTRADICTED",
    "A@8, -, CONTRADICTED",
    "-, A@9, CONTRADICTED",
    "-, -@9, AGAIN",
    "A@8 B@8, A@8, AGAIN",
    "A@8 B@8, B@8, AGAIN",
    "A@8 B@8, A@9, CORRECTED",
    "A@8 -@9, A@8, AGAIN",
    "A@8 -@9, -@9, AGAIN",
    "A@8 -@9, -, AGAIN",
    "A@8 -@9, A@10, CONTRADICTED",
    "A@8 -@9, B@10, CONTRADICTED",
    "A@8 -@9 A@10, -@9, AGAIN",
    "A@8 -@9 A@10, -@11, CONTRADICTED",
    "-@8 A@9, B@10, CONTRADICTED",
    "~A@8, A@8, AGAIN",
    "~A@8, A@9, FIRST",
    "~A@8, B@8, FIRST",
    "~A@8, -@8, FIRST",
    "~A@8 B@9, A@8, AGAIN",
    "~A@8 B@9, B@9, AGAIN",
    "~A@8 B@9, -@10, CONTRADICTED"
  })
  void an_answer_is_judged_by_result_and_item_code_and_by_nothing_else(
      String before, String answer, Said said) {
    List<Kept> kept = new ArrayList<>();
    Arrays.stream(before.split(" "))
        .filter(one -> !one.isEmpty())
        .forEach(one -> kept.add(kept(one)));
    assertThat(AnswerBook.said(kept, answer(answer, null))).isEqualTo(said);
    assertThat(AnswerBook.said(kept, answer(answer, 182))).as("with a weight").isEqualTo(said);
  }

  /** One that begins with a wave was withdrawn. */
  private static Kept kept(String written) {
    PostAnswer answer = answer(written.replace("~", ""), null);
    ItemCode code = answer.itemCode();
    Instant at = answer.at() == null ? hour(8) : answer.at();
    return new Kept(
        answer.result(), code == null ? null : code.normalised(), at, written.startsWith("~"));
  }

  private static PostAnswer answer(String written, @Nullable Integer weight) {
    String[] parts = written.split("@");
    boolean refused = parts[0].equals("-");
    return new PostAnswer(
        1,
        "O-1",
        null,
        refused ? Result.REFUSED : Result.ACCEPTED,
        refused ? null : ItemCode.of("RA47312482" + parts[0]),
        parts.length == 1 ? null : hour(Integer.parseInt(parts[1])),
        weight == null ? null : "Bưu cục khác",
        weight,
        weight == null ? null : "lời khác");
  }

  private static Instant hour(int hour) {
    return Instant.parse("2026-11-30T00:00:00Z").plusSeconds(hour * 3600L);
  }
}
