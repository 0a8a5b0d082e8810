package vn.kt1.gateway.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.kt1.gateway.shipment.Unavailable;

/** Callers that write at the same moment, without a database. */
class GroupCommitTest {

  private static final int MOST = 8;
  private static final Duration LONG = Duration.ofSeconds(30);

  private static final class Bad extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private static final class Away extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /**
   * What a table does: it takes a key once. An item is a letter and a key: {@code b} is refused,
   * with {@code a} the database is away, with {@code x} it goes away once that is written alone.
   */
  private static class Table implements GroupCommit.Work<String, String> {
    final Queue<List<String>> groups = new ConcurrentLinkedQueue<>();
    final Map<String, String> rows = new ConcurrentHashMap<>();
    final CountDownLatch opened = new CountDownLatch(1);
    volatile boolean shut;

    @Override
    public Object key(String item) {
      return item.substring(1);
    }

    @Override
    public boolean full(List<String> group, String next) {
      return group.size() >= MOST;
    }

    @Override
    public List<String> write(List<String> group) {
      groups.add(group);
      waitWhileShut();
      if (any(group, "a") || (group.size() == 1 && any(group, "x"))) {
        throw new Away();
      }
      if (any(group, "b")) {
        throw new Bad();
      }
      return group.stream()
          .map(item -> rows.putIfAbsent(item.substring(1), item) == null ? "new" : "known")
          .toList();
    }

    @Override
    public boolean mayBeOfOne(RuntimeException failure) {
      return failure instanceof Bad;
    }

    private static boolean any(List<String> group, String letter) {
      return group.stream().anyMatch(item -> item.startsWith(letter));
    }

    private void waitWhileShut() {
      if (shut) {
        try {
          opened.await();
        } catch (InterruptedException e) {
          throw new IllegalStateException("a write is not interrupted", e);
        }
      }
    }
  }

  private Table table = new Table();
  private final ExecutorService callers = Executors.newCachedThreadPool();
  private GroupCommit<String, String> commit = new GroupCommit<>(table, LONG);

  @AfterEach
  @AfterProperty
  void end() {
    table.opened.countDown();
    callers.shutdownNow();
  }

  /** A fault of our own code, at a place where nobody expects one. */
  @Test
  void after_an_unforeseen_fault_the_next_is_written() {
    Table table =
        new Table() {
          @Override
          public boolean mayBeOfOne(RuntimeException failure) {
            throw new IllegalStateException("unforeseen");
          }
        };
    GroupCommit<String, String> group = new GroupCommit<>(table, LONG);
    assertThatThrownBy(() -> group.write("b1")).isInstanceOf(IllegalStateException.class);
    assertThat(group.write("g2")).isEqualTo("new");
  }

  @Test
  void alone_it_is_written_at_once_by_the_caller() {
    assertThat(commit.write("g1")).isEqualTo("new");
    assertThat(commit.write("g1")).isEqualTo("known");
    assertThat(table.groups).containsExactly(List.of("g1"), List.of("g1"));
  }

  @Test
  void those_who_come_during_a_write_are_written_together_in_their_order() throws Exception {
    occupy();
    List<Future<String>> brought = bring("g1", "g2", "g3");
    table.opened.countDown();
    for (Future<String> each : brought) {
      assertThat(each.get()).isEqualTo("new");
    }
    assertThat(table.groups).contains(List.of("g1", "g2", "g3")).hasSize(2);
  }

  @Test
  void a_group_has_a_largest_size() throws Exception {
    occupy();
    List<Future<String>> brought =
        bring(IntStream.range(0, 2 * MOST).mapToObj(i -> "g" + i).toArray(String[]::new));
    table.opened.countDown();
    for (Future<String> each : brought) {
      each.get();
    }
    assertThat(table.groups).allMatch(group -> group.size() <= MOST).hasSize(3);
  }

  @Test
  void one_bad_item_never_fails_its_neighbours() throws Exception {
    occupy();
    List<Future<String>> brought = bring("g1", "b2", "g3");
    table.opened.countDown();
    assertThat(brought.get(0).get()).isEqualTo("new");
    assertThatThrownBy(brought.get(1)::get).hasCauseInstanceOf(Bad.class);
    assertThat(brought.get(2).get()).isEqualTo("new");
  }

  @Test
  void when_the_database_is_away_all_are_told_and_none_is_tried_again() throws Exception {
    occupy();
    List<Future<String>> brought = bring("g1", "a2", "g3");
    table.opened.countDown();
    for (Future<String> each : brought) {
      assertThatThrownBy(each::get).hasCauseInstanceOf(Away.class);
    }
    assertThat(table.groups).hasSize(2);
  }

  @Test
  void when_the_database_goes_away_after_a_bad_item_the_rest_is_not_tried() throws Exception {
    occupy();
    List<Future<String>> brought = bring("b1", "x2", "g3");
    table.opened.countDown();
    assertThatThrownBy(brought.get(0)::get).hasCauseInstanceOf(Bad.class);
    assertThatThrownBy(brought.get(1)::get).hasCauseInstanceOf(Away.class);
    assertThatThrownBy(brought.get(2)::get).hasCauseInstanceOf(Away.class);
    assertThat(table.rows).doesNotContainKey("3");
  }

  @Test
  void two_of_one_key_are_written_one_after_the_other() throws Exception {
    occupy();
    List<Future<String>> brought = bring("g1", "h1", "g2");
    table.opened.countDown();
    assertThat(brought.get(0).get()).isEqualTo("new");
    assertThat(brought.get(1).get()).isEqualTo("known");
    assertThat(brought.get(2).get()).isEqualTo("new");
    assertThat(table.groups).contains(List.of("g1", "g2"), List.of("h1"));
  }

  @Test
  void nobody_waits_for_ever() throws Exception {
    commit = new GroupCommit<>(table, Duration.ofMillis(20));
    occupy();
    assertThatThrownBy(() -> commit.write("g1")).isInstanceOf(Unavailable.class);
    table.opened.countDown();
    assertThat(commit.write("g2")).as("the queue goes on").isEqualTo("new");
    assertThat(table.rows).doesNotContainKey("1");
  }

  @Test
  void who_is_interrupted_while_waiting_leaves_and_the_others_are_written() throws Exception {
    occupy();
    CompletableFuture<Throwable> failure = new CompletableFuture<>();
    Thread waiting =
        new Thread(
            () -> {
              try {
                commit.write("g1");
              } catch (Unavailable left) {
                failure.complete(Thread.currentThread().isInterrupted() ? left : null);
              }
            });
    waiting.start();
    await().until(() -> waiting.getState() == Thread.State.TIMED_WAITING);
    Future<String> other = bring("g2").get(0);
    waiting.interrupt();
    assertThat(failure.get()).isInstanceOf(Unavailable.class);
    table.opened.countDown();
    assertThat(other.get()).isEqualTo("new");
    assertThat(table.rows).doesNotContainKey("1");
  }

  @Test
  void a_write_is_not_broken_off_when_its_caller_is_interrupted() {
    Thread.currentThread().interrupt();
    assertThat(commit.write("g1")).isEqualTo("new");
    assertThat(Thread.interrupted()).as("the caller still knows").isTrue();
  }

  @Test
  void those_who_wait_at_the_end_are_written_and_nobody_else_comes_in() throws Exception {
    occupy();
    List<Future<String>> waiting = bring("g1", "g2");
    Future<?> closing = callers.submit(commit::close);
    await()
        .until(
            () -> {
              try {
                commit.write("g3");
                return false;
              } catch (Unavailable closed) {
                return closed.getMessage().contains("stops");
              }
            });
    table.opened.countDown();
    for (Future<String> each : waiting) {
      assertThat(each.get()).isEqualTo("new");
    }
    closing.get();
    assertThat(table.rows).doesNotContainKey("3");
  }

  @Test
  void at_the_end_nobody_hangs_though_the_database_does() throws Exception {
    occupy();
    List<Future<String>> waiting = bring("g1", "g2");
    Thread.currentThread().interrupt(); // the end does not wait either
    commit.close();
    assertThat(Thread.interrupted()).isTrue();
    for (Future<String> each : waiting) {
      assertThatThrownBy(each::get).hasCauseInstanceOf(Unavailable.class);
    }
  }

  @Test
  void an_error_of_the_machine_reaches_every_caller() throws Exception {
    GroupCommit<String, String> broken =
        new GroupCommit<>(
            new GroupCommit.Work<>() {
              @Override
              public Object key(String item) {
                return item;
              }

              @Override
              public boolean full(List<String> group, String next) {
                return false;
              }

              @Override
              public List<String> write(List<String> group) {
                throw new StackOverflowError();
              }

              @Override
              public boolean mayBeOfOne(RuntimeException failure) {
                return true;
              }
            },
            LONG);
    assertThatThrownBy(() -> broken.write("g1")).isInstanceOf(StackOverflowError.class);
    assertThatThrownBy(() -> broken.write("g1"))
        .as("and its place is free again")
        .isInstanceOf(StackOverflowError.class);
  }

  /** Whatever comes, in whatever order: each answer is one that some order of all would give. */
  @Property(tries = 200)
  void each_gets_the_answer_of_its_own(
      @ForAll @Size(min = 1, max = 40) List<@IntRange(max = 29) Integer> given) throws Exception {
    table = new Table();
    commit = new GroupCommit<>(table, LONG);
    List<String> items =
        given.stream().map(n -> (n % 5 == 0 ? "b" : n % 5 == 1 ? "h" : "g") + n / 3).toList();
    List<Future<String>> brought = bring(items.toArray(String[]::new));
    Set<String> fresh = new HashSet<>();
    for (int i = 0; i < items.size(); i++) {
      String item = items.get(i);
      String answer = answer(brought.get(i));
      assertThat(answer).isIn(item.startsWith("b") ? Set.of("bad") : Set.of("new", "known"));
      if (answer.equals("new")) {
        assertThat(fresh.add(item.substring(1))).as("taken once").isTrue();
      }
    }
    Set<String> good = new HashSet<>();
    items.stream().filter(item -> !item.startsWith("b")).forEach(i -> good.add(i.substring(1)));
    assertThat(fresh).isEqualTo(good).isEqualTo(table.rows.keySet());
    assertThat(table.groups)
        .allMatch(group -> group.size() <= MOST)
        .allMatch(group -> group.stream().map(table::key).distinct().count() == group.size());
  }

  private static String answer(Future<String> brought) throws InterruptedException {
    try {
      return brought.get();
    } catch (ExecutionException e) {
      assertThat(e).hasCauseInstanceOf(Bad.class);
      return "bad";
    }
  }

  /** Nothing is written until the table is opened. */
  private void occupy() {
    table.shut = true;
    callers.submit(() -> commit.write("g-first"));
    await().until(() -> table.groups.size() == 1);
  }

  /** One after the other, so that their order is known. */
  private List<Future<String>> bring(String... items) {
    List<Future<String>> brought = new ArrayList<>();
    for (String item : items) {
      int before = commit.waiting();
      brought.add(callers.submit(() -> commit.write(item)));
      if (table.shut) {
        await().pollInterval(Duration.ofMillis(1)).until(() -> commit.waiting() > before);
      }
    }
    return brought;
  }
}
