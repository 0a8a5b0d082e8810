package vn.kt1.gateway.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static vn.kt1.testing.AnEnvelope.named;

import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.kt1.gateway.shipment.Decided;
import vn.kt1.gateway.shipment.Decision;
import vn.kt1.gateway.shipment.Envelope;
import vn.kt1.gateway.shipment.HandOff;
import vn.kt1.gateway.shipment.Network;
import vn.kt1.gateway.shipment.Receipt;
import vn.kt1.gateway.shipment.Rejected;
import vn.kt1.testing.AnEnvelope;

/** Hand-offs that come at the same moment, on PostgreSQL. */
class GroupCommitIT {

  private static final int CALLERS = 64;

  /** How many transactions have written hand-offs. */
  private static final String COMMITS = "(select distinct xmin::text from hand_off) written";

  private static Room room;
  private final ExecutorService callers = Executors.newFixedThreadPool(CALLERS);

  @BeforeAll
  static void enter() {
    room = new Room();
  }

  @AfterAll
  static void leave() {
    room.close();
  }

  @BeforeEach
  void empty() {
    room.empty();
  }

  @AfterEach
  void end() {
    callers.shutdownNow();
  }

  @Test
  void each_of_many_at_once_gets_its_own_answer_and_few_commits_are_made() throws Exception {
    int before = room.count("evidence");
    room.register(good("KNOWN"));
    List<Callable<String>> calls = new ArrayList<>();
    for (int i = 0; i < CALLERS; i++) {
      String id = "HO-" + i;
      calls.add(() -> told(room.register(good(id))));
      calls.add(() -> refused(id + "-BAD"));
      calls.add(() -> told(room.register(good("KNOWN"))));
      calls.add(() -> conflicting("KNOWN"));
      calls.add(() -> told(room.register(good("TWICE-" + id))));
      calls.add(() -> told(room.register(good("TWICE-" + id))));
    }
    List<String> answers = new ArrayList<>();
    for (Future<String> call : whileWritingIsHeldUp(calls)) {
      answers.add(call.get());
    }

    for (int i = 0; i < answers.size(); i += 6) {
      assertThat(answers.subList(i, i + 4))
          .containsExactly("new", "refused by the database", "repeated", "conflict");
      assertThat(answers.subList(i + 4, i + 6)).containsExactlyInAnyOrder("new", "repeated");
    }
    int handOffs = 2 * CALLERS + 1;
    assertThat(room.count("hand_off")).isEqualTo(handOffs);
    assertThat(room.count("evidence") - before).isEqualTo(handOffs);
    for (String table : List.of("shipment", "event", "outbox")) {
      assertThat(room.count(table)).as(table).isEqualTo(2 * handOffs);
    }
    assertThat(room.count("hand_off where hand_off_id like '%BAD'")).isZero();
    assertThat(
            room.count(
                "hand_off h where (select count(*) from shipment s"
                    + " where s.hand_off_key = h.hand_off_key"
                    + " and s.envelope_id like h.hand_off_id || '-_') <> 2"))
        .as("each has its own shipments")
        .isZero();
  }

  @Test
  void good_ones_share_their_commits() throws Exception {
    List<Callable<String>> calls =
        IntStream.range(0, CALLERS)
            .mapToObj(i -> (Callable<String>) () -> told(room.register(good("HO-" + i))))
            .toList();
    Set<String> answers = new HashSet<>();
    for (Future<String> call : whileWritingIsHeldUp(calls)) {
      answers.add(call.get());
    }
    assertThat(answers).containsExactly("new");
    assertThat(room.count("hand_off")).isEqualTo(CALLERS);
    assertThat(room.count(COMMITS)).as("the first, and the rest").isEqualTo(2);
  }

  /** A slow one under the same id would hold up the whole group. */
  @Test
  void a_hand_off_whose_id_is_being_written_apart_keeps_nobody_waiting() throws Exception {
    try (Connection gate = room.database.connection()) {
      gate.createStatement()
          .execute(
              """
              create function wait_here() returns trigger language plpgsql as $$
              begin perform pg_advisory_xact_lock(7); return new; end $$;
              create trigger wait_here before insert on shipment
                for each row when (new.position = 1000) execute function wait_here();
              select pg_advisory_lock(7);
              """);
      Future<Receipt> large = callers.submit(() -> room.register(large("SLOW")));
      await().until(() -> room.count("pg_locks where locktype = 'advisory' and not granted") == 1);
      Future<String> same = callers.submit(() -> conflicting("SLOW"));
      for (int i = 0; i < 3; i++) {
        assertThat(told(room.register(good("HO-" + i)))).isEqualTo("new");
      }
      assertThat(same).isNotDone();
      gate.createStatement().execute("select pg_advisory_unlock(7)");
      assertThat(large.get().repeated()).isFalse();
      assertThat(same.get()).isEqualTo("conflict");
      gate.createStatement().execute("drop function wait_here cascade");
    }
  }

  @Test
  void a_hand_off_that_another_gateway_is_writing_keeps_nobody_waiting() throws Exception {
    try (Connection gateway = room.database.connection()) {
      gateway.setAutoCommit(false);
      gateway
          .createStatement()
          .execute(
              """
              insert into hand_off (partner, hand_off_id, sender_code, sender_province,
                handed_off_at, received_at, content_sha256, receipt)
              values ('hp-eoffice', 'SLOW', 'H24.16', 'hai-phong', now(), now(), 'x', '{}')
              """);
      Future<Receipt> same = callers.submit(() -> room.register(good("SLOW")));
      await().until(() -> room.count("pg_locks where not granted") > 0);
      List<Future<String>> others = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        String id = "HO-" + i;
        others.add(callers.submit(() -> told(room.register(good(id)))));
      }
      for (Future<String> other : others) {
        assertThat(other.get(5, TimeUnit.SECONDS)).isEqualTo("new");
      }
      assertThat(same).isNotDone();
      gateway.rollback();
      assertThat(same.get().repeated()).isFalse();
    }
  }

  @Test
  void in_a_transaction_of_its_caller_it_is_a_part_of_that() {
    room.register(good("HO-0"));
    new TransactionTemplate(room.get(PlatformTransactionManager.class))
        .executeWithoutResult(
            open -> {
              assertThat(told(room.register(good("HO-1")))).isEqualTo("new");
              open.setRollbackOnly();
            });
    assertThat(room.count("hand_off")).isEqualTo(1);
    assertThat(told(room.register(good("HO-1")))).isEqualTo("new");
  }

  @Test
  void a_ruling_is_sent_once_and_again_when_the_database_has_lost_it() {
    room.register(good("HO-1"));
    room.database.owner().sql("truncate hand_off, shipment, ruling cascade").update();
    assertThat(told(room.register(good("HO-2")))).isEqualTo("new");
    assertThat(room.count("ruling")).isEqualTo(1);
  }

  @Test
  void what_fails_for_all_is_told_to_each_and_leaves_nothing() throws Exception {
    room.register(good("HO-1"));
    room.database.owner().sql("alter table evidence rename to evidence_away").update();
    try {
      List<Callable<String>> calls =
          IntStream.range(0, CALLERS)
              .mapToObj(i -> (Callable<String>) () -> told(room.register(good("AWAY-" + i))))
              .toList();
      for (Future<String> call : callers.invokeAll(calls)) {
        assertThatThrownBy(call::get).hasCauseInstanceOf(DataAccessException.class);
      }
    } finally {
      room.database.owner().sql("alter table evidence_away rename to evidence").update();
    }
    assertThat(room.count("hand_off")).isEqualTo(1);
    assertThat(told(room.register(good("AWAY-1")))).isEqualTo("new");
  }

  /** Everybody has come before the first is written, so that there are groups on any machine. */
  private List<Future<String>> whileWritingIsHeldUp(List<Callable<String>> calls) throws Exception {
    try (Connection gate = room.database.connection()) {
      gate.setAutoCommit(false);
      gate.createStatement().execute("lock table hand_off in share row exclusive mode");
      List<Future<String>> brought = new ArrayList<>(List.of(callers.submit(calls.get(0))));
      await()
          .until(
              () ->
                  room.count("pg_locks where relation = 'hand_off'::regclass and not granted")
                      == 1);
      calls.stream().skip(1).map(callers::submit).forEach(brought::add);
      Registration registration = room.get(Registration.class);
      await().atMost(Duration.ofSeconds(60)).until(() -> registration.waiting() == CALLERS - 1);
      gate.commit();
      return brought;
    }
  }

  private static HandOff good(String id) {
    return handOff(id, named(id + "-1").classified(), named(id + "-2").classified());
  }

  private static HandOff large(String id) {
    Envelope[] envelopes =
        IntStream.rangeClosed(0, Registration.AT_ONCE)
            .mapToObj(i -> named(id + i).classified().sealed())
            .toArray(Envelope[]::new);
    return room.handOff("hp-eoffice", "H24.16", id, envelopes);
  }

  private static HandOff handOff(String id, AnEnvelope... envelopes) {
    return room.handOff(
        "hp-eoffice",
        "H24.16",
        id,
        List.of(envelopes).stream().map(each -> each.sealed()).toArray(Envelope[]::new));
  }

  private static String told(Receipt receipt) {
    assertThat(receipt.shipments())
        .allMatch(line -> line.envelopeId().startsWith(receipt.handOffId()));
    return receipt.repeated() ? "repeated" : "new";
  }

  private static String conflicting(String id) {
    try {
      return told(room.register(handOff(id, named(id + "-other"))));
    } catch (Rejected conflict) {
      return "conflict";
    }
  }

  /** The policy gone wrong: only a CHECK of the database stands against it. */
  private static String refused(String id) {
    HandOff handOff = handOff(id, named(id + "-1").classified());
    Decision wrong =
        new Decision(
            Decision.Outcome.ROUTED, Network.PUBLIC_POST, null, List.of(), List.of(), null);
    try {
      return told(
          room.get(Ledger.class)
              .register(new Decided(handOff, List.of(wrong)), Room.CORRELATION, null));
    } catch (DataIntegrityViolationException refused) {
      return refused.getMessage().contains("classified_never_on_public_post")
          ? "refused by the database"
          : refused.getMessage();
    }
  }
}
