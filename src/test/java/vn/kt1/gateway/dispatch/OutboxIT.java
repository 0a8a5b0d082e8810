package vn.kt1.gateway.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;
import vn.kt1.gateway.ledger.Room;
import vn.kt1.gateway.shipment.Unavailable;

/** Work of our own: each piece is done once, whatever fails beside it. */
class OutboxIT {

  private static Room room;
  private static Outbox outbox;

  @BeforeAll
  static void enter() {
    room = new Room();
    outbox = room.get(Outbox.class);
  }

  @AfterAll
  static void leave() {
    room.close();
  }

  @BeforeEach
  void empty() {
    room.empty();
  }

  @Test
  void a_piece_that_fails_does_not_hold_up_the_others_and_its_effects_are_rolled_back() {
    outbox.putOnce("work", List.of("a", "b", "c"));
    assertThatThrownBy(() -> outbox.each("work", key -> work(key, "b")))
        .isInstanceOf(Unavailable.class);
    assertThat(keys("effect")).containsExactly("a", "c");
    assertThat(keys("work")).containsExactly("b");
  }

  @Test
  void many_at_once_are_done_alone_when_one_of_them_fails() {
    List<List<String>> done = new ArrayList<>();
    outbox.putOnce("some", List.of("a", "b", "c", "d", "e"));
    outbox.some("some", 2, done::add);
    assertThat(done).extracting(List::size).containsExactly(2, 2, 1);
    outbox.putOnce("some", List.of("a", "bad", "c"));
    List<String> alone = new ArrayList<>();
    assertThatThrownBy(
            () ->
                outbox.some(
                    "some",
                    10,
                    keys -> {
                      if (keys.contains("bad")) {
                        throw new IllegalStateException();
                      }
                      alone.addAll(keys);
                    }))
        .isInstanceOf(IllegalStateException.class);
    assertThat(alone).containsExactly("a", "c");
  }

  @Test
  void a_piece_that_failed_is_due_again_after_a_pause_that_doubles_up_to_the_longest() {
    outbox.putOnce("work", List.of("b"));
    for (long seconds : List.of(1, 2, 4, 8, 16, 32, 60, 60)) {
      assertThatThrownBy(() -> outbox.each("work", key -> work(key, "b")))
          .isInstanceOf(Unavailable.class);
      room.clock.advance(Duration.ofSeconds(seconds).minusMillis(1));
      outbox.each("work", key -> work(key, "b"));
      assertThat(keys("work")).as("%d seconds", seconds).containsExactly("b");
      room.clock.advance(Duration.ofMillis(1));
    }
    outbox.each("work", key -> work(key, "none"));
    assertThat(keys("work")).isEmpty();
    assertThat(keys("effect")).containsExactly("b");
  }

  @Test
  void whoever_is_killed_has_changed_nothing() {
    outbox.putOnce("work", List.of("a"));
    room.get(TransactionTemplate.class)
        .executeWithoutResult(
            killed -> {
              outbox.each("work", key -> work(key, "none"));
              killed.setRollbackOnly();
            });
    assertThat(keys("effect")).isEmpty();
    outbox.each("work", key -> work(key, "none"));
    assertThat(keys("effect")).containsExactly("a");
  }

  @Test
  void two_workers_at_once_do_each_piece_once() throws Exception {
    List<String> all = IntStream.range(0, 60).mapToObj(String::valueOf).sorted().toList();
    outbox.putOnce("work", all);
    List<String> done = new CopyOnWriteArrayList<>();
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      Callable<Object> worker = Executors.callable(() -> outbox.each("work", done::add));
      for (Future<Object> ended : threads.invokeAll(Collections.nCopies(2, worker))) {
        ended.get();
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(done).containsExactlyInAnyOrderElementsOf(all);
    assertThat(keys("work")).isEmpty();
  }

  @Test
  void what_is_put_twice_waits_once() {
    outbox.putOnce("work", List.of("a"));
    outbox.putOnce("work", List.of("a", "b"));
    assertThat(keys("work")).containsExactly("a", "b");
    assertThat(outbox.withdraw("work", "a")).isTrue();
    assertThat(outbox.withdraw("work", "a")).isFalse();
    assertThat(keys("work")).containsExactly("b");
  }

  @Test
  void the_oldest_of_one_province_are_taken_and_no_more_than_asked_for() {
    for (String key : List.of("1", "2", "3")) {
      outbox.put("work", key, "hai-phong", false);
    }
    outbox.put("work", "4", "quang-ngai", false);
    assertThat(outbox.take("work", "hai-phong", room.clock.instant(), 2)).containsExactly("1", "2");
    assertThat(outbox.take("work", "hai-phong", room.clock.instant(), 2)).containsExactly("3");
    assertThat(keys("work")).containsExactly("4");
  }

  /** Leaves a trace in the same transaction. */
  private static void work(String key, String failing) {
    outbox.putOnce("effect", List.of(key));
    if (key.equals(failing)) {
      throw new Unavailable("away", null);
    }
  }

  private static List<String> keys(String topic) {
    return room.sql()
        .sql("select key from outbox where topic = ? order by outbox_no")
        .param(topic)
        .query(String.class)
        .list();
  }
}
