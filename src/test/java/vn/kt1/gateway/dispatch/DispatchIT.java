package vn.kt1.gateway.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.kt1.gateway.ledger.Room;
import vn.kt1.gateway.post.Orders;
import vn.kt1.gateway.shipment.Unavailable;
import vn.kt1.gateway.shipment.VietnamTime;

/** What is owed, claimed, sent and parked, on a real database. */
class DispatchIT {

  private static final String HAI_PHONG = "PARTNER hp-eoffice";

  private static Room room;
  private static Dispatch dispatch;
  private static Parcels parcels;

  @BeforeAll
  static void enter() {
    room = new Room();
    dispatch = room.get(Dispatch.class);
    parcels = room.get(Parcels.class);
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
  void an_occasion_is_owed_once() {
    assertThat(parcels.owe(mail("one", "first words"))).isTrue();
    assertThat(parcels.owe(mail("one", "other words"))).isFalse();
    assertThat(parcels.owe(mail("two", "first words"))).isTrue();
    assertThat(parcels.owe(new Outgoing("SLA", "PARTNER p", "one", "n", "r", bytes("x"), false)))
        .as("another recipient")
        .isTrue();
    Parcel first = dispatch.claim("mail");
    assertThat(first.content()).isEqualTo(bytes("first words"));
    dispatch.sent(first);
    assertThat(parcels.owe(mail("one", "later words"))).as("was sent").isFalse();
  }

  @Test
  void what_an_order_tells_is_owed_for_kt1_only() {
    Outgoing open = new Outgoing("ORDER_FILE", "post", "o", "o", null, bytes("x"), false);
    assertThatThrownBy(() -> parcels.owe(open)).isInstanceOf(DataIntegrityViolationException.class);
  }

  @Test
  void a_claim_is_a_lease_that_ends_by_time() {
    parcels.owe(mail("one", "x"));
    Parcel dead = dispatch.claim("mail");
    assertThat(dispatch.claim("partner")).as("another line").isNull();
    room.clock.advance(Duration.ofSeconds(59));
    assertThat(dispatch.claim("mail")).isNull();
    room.clock.advance(Duration.ofSeconds(1));
    Parcel again = dispatch.claim("mail");
    assertThat(again.id()).isEqualTo(dead.id());
    assertThat(again.attempts()).isEqualTo(2);
    fail(dead);
    assertThat(room.count("dispatch where leased_until is not null"))
        .as("whoever has lost the lease changes nothing")
        .isEqualTo(1);
  }

  @Test
  void a_parcel_that_somebody_holds_keeps_no_other_kind_waiting() throws Exception {
    parcels.owe(mail("one", "x"));
    room.clock.advance(Duration.ofSeconds(1));
    parcels.owe(new Outgoing("RECEIPT", HAI_PHONG, "two", "n", "r", bytes("y"), false));
    try (Connection holder = room.database.connection()) {
      holder.setAutoCommit(false);
      holder.createStatement().execute("select from dispatch where occasion = 'one' for update");
      assertThat(dispatch.claim("mail").content()).isEqualTo(bytes("y"));
      holder.rollback();
    }
    assertThat(dispatch.claim("mail").content()).isEqualTo(bytes("x"));
  }

  @Test
  void claimants_at_once_never_share_a_parcel() throws Exception {
    IntStream.range(0, 12).forEach(i -> parcels.owe(mail("many-" + i, "x")));
    List<String> claimed = new ArrayList<>();
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      Callable<Parcel> claim = () -> dispatch.claim("mail");
      for (Future<Parcel> parcel :
          threads.invokeAll(IntStream.range(0, 24).mapToObj(i -> claim).toList())) {
        if (parcel.get() != null) {
          claimed.add(parcel.get().id());
        }
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(claimed).hasSize(12).doesNotHaveDuplicates();
  }

  @Test
  void sent_twice_is_once() {
    int before = room.count("evidence where act = 'notice-sent'");
    parcels.owe(mail("one", "x"));
    Parcel slow = dispatch.claim("mail");
    room.clock.advance(Duration.ofMinutes(2));
    Parcel again = dispatch.claim("mail");
    dispatch.sent(slow);
    dispatch.sent(again);
    fail(again);
    room.clock.advance(Duration.ofMinutes(2));
    assertThat(dispatch.claim("mail")).isNull();
    assertThat(room.count("dispatch where sent_at is not null")).isEqualTo(1);
    assertThat(room.count("evidence where act = 'notice-sent'")).isEqualTo(before + 1);
  }

  @Test
  void the_pause_after_a_failure_doubles_up_to_the_longest() {
    parcels.owe(mail("one", "x"));
    for (long seconds : List.of(2, 4, 8, 16, 32, 60, 60)) {
      fail(dispatch.claim("mail"));
      room.clock.advance(Duration.ofSeconds(seconds).minusMillis(1));
      assertThat(dispatch.claim("mail")).as("%d seconds", seconds).isNull();
      room.clock.advance(Duration.ofMillis(1));
    }
    assertThat(dispatch.claim("mail").attempts()).isEqualTo(8);
  }

  @Test
  void what_time_does_not_help_is_parked_at_once_and_holds_up_nobody() {
    parcels.owe(mail("one", "x"));
    parcels.owe(mail("two", "x"));
    Parcel bad = dispatch.claim("mail");
    refuse(bad);
    Parcel next = dispatch.claim("mail");
    assertThat(next.id()).isNotEqualTo(bad.id());
    ParkedItem item = parked();
    assertThat(item.reference()).isEqualTo(bad.id());
    assertThat(item.nextStep()).isEqualTo("check-the-address");
    assertThat(item.cause()).doesNotContain("a secret word");
    room.clock.advance(Duration.ofDays(9));
    dispatch.sent(next);
    assertThat(dispatch.claim("mail")).as("it waits for a person").isNull();
  }

  @Test
  void a_kind_with_a_limit_is_parked_after_so_many_attempts_and_a_kind_without_is_not() {
    parcels.owe(mail("one", "x"));
    parcels.owe(
        new Outgoing("STATUS_FILE", "hp-eoffice", "s.csv", "s.csv", null, bytes("x"), false));
    room.database.owner().sql("update dispatch set attempts = 198").update();
    fail(dispatch.claim("mail"));
    fail(dispatch.claim("partner"));
    room.clock.advance(Duration.ofMinutes(1));
    assertThat(room.count("parking")).as("after 199").isZero();
    fail(dispatch.claim("mail"));
    fail(dispatch.claim("partner"));
    room.clock.advance(Duration.ofMinutes(1));
    assertThat(parked().nextStep()).isEqualTo("check-the-folder");
    assertThat(dispatch.claim("partner")).isNull();
    assertThat(dispatch.claim("mail").attempts()).isEqualTo(201);
  }

  @Test
  void a_parked_parcel_is_tried_again_from_the_beginning() {
    parcels.owe(mail("one", "x"));
    Parcel bad = dispatch.claim("mail");
    refuse(bad);
    assertThat(dispatch.again(bad.id())).isTrue();
    Parcel again = dispatch.claim("mail");
    assertThat(again.attempts()).isEqualTo(1);
    assertThat(again.content()).isEqualTo(bad.content());
    dispatch.sent(again);
    assertThat(dispatch.again(bad.id())).as("it has arrived").isFalse();
  }

  @Test
  void a_parcel_given_up_never_leaves_and_its_bytes_go() {
    parcels.owe(mail("one", "x"));
    Parcel bad = dispatch.claim("mail");
    refuse(bad);
    dispatch.giveUp(bad.id());
    dispatch.giveUp(bad.id());
    assertThat(dispatch.again(bad.id())).isFalse();
    dispatch.sent(bad);
    assertThat(dispatch.claim("mail")).isNull();
    assertThat(
            room.count(
                "dispatch where content is null and given_up_at is not null and sent_at is null"))
        .isEqualTo(1);
  }

  @Test
  void bytes_once_owed_never_become_others() {
    parcels.owe(mail("one", "x"));
    for (JdbcClient sql : List.of(room.sql(), room.database.owner())) {
      assertThatThrownBy(() -> sql.sql("update dispatch set content = 'y'").update())
          .isInstanceOf(DataAccessException.class)
          .hasMessageContaining("the same name has the same bytes");
    }
    for (String column : List.of("name = 'y'", "sha256 = 'y'", "kt1_only = true")) {
      assertThatThrownBy(() -> room.sql().sql("update dispatch set " + column).update())
          .as(column)
          .isInstanceOf(DataAccessException.class)
          .hasStackTraceContaining("permission denied");
    }
    assertThat(dispatch.claim("mail").content()).isEqualTo(bytes("x"));
  }

  @Test
  void a_file_owed_again_has_the_same_bytes_and_is_owed_once_as_long_as_it_is_open() {
    Parcel first = orderFile("A");
    dispatch.sent(first);
    assertThat(first.again()).isFalse();
    for (int carriage = 0; carriage < 2; carriage++) {
      parcels.oweAgain("ORDER_FILE", "post", first.name());
      parcels.oweAgain("ORDER_FILE", "post", first.name());
      Parcel again = dispatch.claim("post");
      assertThat(again.again()).isTrue();
      assertThat(again.kt1Only()).isTrue();
      assertThat(again.name()).isEqualTo(first.name());
      assertThat(again.content()).isEqualTo(first.content());
      assertThat(again.sha256()).isEqualTo(first.sha256());
      assertThat(dispatch.claim("post")).isNull();
      dispatch.sent(again);
    }
    parcels.oweAgain("ORDER_FILE", "post", "never.csv");
    assertThat(dispatch.claim("post")).isNull();
  }

  @Test
  void what_an_answer_proves_to_have_arrived_is_sent_and_its_bytes_go() {
    Parcel first = orderFile("A");
    dispatch.sent(first);
    parcels.oweAgain("ORDER_FILE", "post", first.name());
    answered();
    dispatch.forget(first.name());
    Parcel open = orderFile("B");
    answered();
    assertThat(open.again()).as("the other carriage is owed no more").isFalse();
    dispatch.forget(open.name());
    dispatch.forget(open.name());
    assertThat(room.count("dispatch where content is not null or due_at is not null")).isZero();
    assertThat(room.count("dispatch where sent_at is not null")).isEqualTo(2);
    assertThat(room.count("dispatch where given_up_at is not null")).isEqualTo(1);
    fail(open);
    room.clock.advance(Duration.ofMinutes(2));
    assertThat(dispatch.claim("post")).isNull();
    parcels.oweAgain("ORDER_FILE", "post", first.name());
    assertThat(dispatch.claim("post")).as("no bytes are left").isNull();
  }

  /** The post has answered all orders; before that the database keeps the bytes of a file. */
  private static void answered() {
    room.database
        .owner()
        .sql("update post_order set answered_at = ?")
        .param(Timestamp.from(now()))
        .update();
  }

  /** One that is claimed. */
  private static Parcel orderFile(String handOff) {
    room.classified("H24.16", handOff, 1);
    room.get(Orders.class).make(room.clock.instant());
    return dispatch.claim("post");
  }

  @Test
  void nobody_claims_what_is_held_until_the_transaction_ends() {
    parcels.owe(Outgoing.byKt1("ORDER_FILE", "o.csv", null, bytes("x")));
    room.get(TransactionTemplate.class)
        .executeWithoutResult(
            holding -> {
              dispatch.hold("o.csv");
              assertThat(elsewhere(() -> dispatch.claim("post"))).isNull();
            });
    assertThat(dispatch.claim("post")).isNotNull();
  }

  @Test
  void numbers_have_no_gap_and_begin_anew_at_midnight_in_vietnam() {
    room.clock.set("2026-11-22T23:59:59+07:00");
    assertThat(number("S")).isEqualTo(1);
    room.get(TransactionTemplate.class)
        .executeWithoutResult(
            dies -> {
              assertThat(number("S")).isEqualTo(2);
              dies.setRollbackOnly();
            });
    assertThat(number("S")).isEqualTo(2);
    assertThat(number("T")).isEqualTo(1);
    room.clock.advance(Duration.ofSeconds(1));
    assertThat(number("S")).isEqualTo(1);
  }

  @Test
  void a_kind_that_no_room_makes_fails_the_start() {
    assertThatThrownBy(
            () ->
                new Dispatch(
                    room.sql(),
                    new Kinds(),
                    room.get(Parking.class),
                    Clock.systemUTC(),
                    room.get(DispatchSettings.class),
                    List.of()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("no room makes the kind ORDER_FILE");
  }

  @Test
  void a_kind_that_no_line_carries_is_never_owed() {
    Outgoing odd = new Outgoing("PIGEON", "post", "o", "o", null, bytes("x"), false);
    assertThatThrownBy(() -> parcels.owe(odd)).hasMessage("no line carries the kind PIGEON");
  }

  @Test
  void what_is_due_is_found_by_its_index() {
    room.database
        .owner()
        .sql(
            """
            insert into dispatch (dispatch_id, kind, recipient, occasion, name, sha256, kt1_only,
              owed_since, sent_at)
            select gen_random_uuid(), 'SLA', 'p', n, n, '', false, ?, ?
            from generate_series(1, 20000) n
            """)
        .params(Timestamp.from(now()), Timestamp.from(now()))
        .update();
    room.database.owner().sql("analyze dispatch").update();
    assertThat(
            room.sql()
                .sql(
                    """
                    explain select dispatch_id from dispatch
                    where kind = any (array['SLA', 'ERROR']) and due_at <= now()
                    order by due_at limit 1
                    """)
                .query(String.class)
                .list())
        .anyMatch(line -> line.contains("dispatch_due"));
  }

  private static Instant now() {
    return room.clock.instant();
  }

  private static <T> T elsewhere(Callable<T> work) {
    ExecutorService thread = Executors.newSingleThreadExecutor();
    try {
      return thread.submit(work).get();
    } catch (Exception e) {
      throw new AssertionError(e);
    } finally {
      thread.shutdownNow();
    }
  }

  private static void fail(Parcel parcel) {
    dispatch.failed(parcel, "dispatch-of-a-test", new Unavailable("away", null));
  }

  private static void refuse(Parcel parcel) {
    dispatch.failed(
        parcel,
        "dispatch-of-a-test",
        new Undeliverable("a secret word", "check-the-address", null));
  }

  private static ParkedItem parked() {
    List<ParkedItem> open = room.get(Parked.class).open();
    assertThat(open).hasSize(1);
    return open.get(0);
  }

  private static Outgoing mail(String occasion, String words) {
    return new Outgoing("SLA", HAI_PHONG, occasion, "[KT1] SLA x", "x", bytes(words), false);
  }

  private static byte[] bytes(String words) {
    return words.getBytes(StandardCharsets.UTF_8);
  }

  private static int number(String series) {
    return parcels.number(series, VietnamTime.day(room.clock.instant()));
  }
}
