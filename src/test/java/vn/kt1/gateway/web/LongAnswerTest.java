package vn.kt1.gateway.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is written piece by piece is what would have been written at once. */
class LongAnswerTest {

  @Test
  void is_the_same_bytes_as_the_whole_tree() {
    for (int size : new int[] {0, 1, 2, 500}) {
      List<Integer> items = IntStream.range(0, size).boxed().toList();
      AnswerFields whole = head().with("items", items.stream().map(LongAnswerTest::item).toList());
      assertThat(answer(items).bytes()).as("%d items", size).isEqualTo(JsonText.of(whole.done()));
    }
  }

  @Test
  void can_be_read_more_than_once() {
    LongAnswer<Integer> answer = answer(List.of(1, 2));
    assertThat(answer.bytes()).isEqualTo(answer.bytes());
  }

  @Test
  void makes_an_item_only_when_it_is_read() throws IOException {
    List<Integer> made = new ArrayList<>();
    LongAnswer<Integer> answer =
        new LongAnswer<>(
            head().done(),
            "items",
            IntStream.range(0, 100_000).boxed().toList(),
            item -> {
              made.add(item);
              return item(item);
            });
    try (InputStream json = answer.open()) {
      assertThat(json.readNBytes(200)).hasSize(200);
    }
    assertThat(made).hasSizeBetween(1, 10);
  }

  private static LongAnswer<Integer> answer(List<Integer> items) {
    return new LongAnswer<>(head().done(), "items", items, LongAnswerTest::item);
  }

  private static AnswerFields head() {
    return new AnswerFields().with("name", "Sở Y tế \uD83D\uDCEC").with("none", null);
  }

  private static Map<String, @Nullable Object> item(int number) {
    return new AnswerFields().with("number", number).with("text", "\"Đ\"").done();
  }
}
