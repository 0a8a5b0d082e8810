package vn.kt1.gateway.post;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
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
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.kt1.gateway.directory.Caller;
import vn.kt1.gateway.directory.Caller.Role;
import vn.kt1.gateway.ledger.Room;
import vn.kt1.gateway.post.PostTrouble.Kind;

class PostTroublesIT {

  private static Room room;

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

  @Test
  void a_refused_order_is_told_once_with_what_the_sender_knows_it_by() {
    String shipment = ordered("HP-1");
    apply("r1", refuses(shipment, "quá nặng"));
    apply("r2", refuses(shipment, "quá nặng"));
    PostTrouble told = only();
    assertThat(told.kind()).isEqualTo(Kind.REFUSED);
    assertThat(told.file()).isEqualTo("r1");
    assertThat(told.orders()).containsExactly(Orders.orderId(shipment));
    assertThat(told.ordered())
        .isEqualTo(
            new PostTrouble.Ordered(
                Orders.orderId(shipment), shipment, "hp-eoffice", "HP-1", "HP-1-1"));
  }

  @Test
  void the_refusals_of_a_file_are_told_to_each_sender_and_to_the_operators_as_one() {
    List<String> shipments = room.classified("H24.16", "HP-1", 3);
    room.order();
    List<PostAnswer> refusals =
        shipments.stream().map(shipment -> refuses(shipment, "quá nặng")).toList();
    room.get(PostAnswers.class).apply(Room.file("all", refusals));
    List<PostTrouble> told = told();
    assertThat(told).extracting(one -> one.ordered().shipmentId()).hasSameElementsAs(shipments);
    assertThat(told).extracting(PostTrouble::reference).containsOnly(told.get(0).reference());
    assertThat(told).allSatisfy(one -> assertThat(one.orders()).hasSize(3));
  }

  @Test
  void what_was_refused_because_we_asked_for_it_is_no_trouble() {
    String shipment = ordered("HP-1");
    room.get(Cancellations.class)
        .cancel(new Caller("op", Role.OPERATOR, java.util.Set.of(), null), shipment);
    apply("r1", refuses(shipment, "theo yêu cầu"));
    assertThat(told()).isEmpty();
  }

  @Test
  void an_answer_that_contradicts_the_first_is_told_once_and_shown() {
    String shipment = ordered("HP-1");
    apply("r1", room.accepts(1, shipment, "RA473124829VN"));
    apply("r2", refuses(shipment, "quá nặng"));
    PostTrouble told = only();
    assertThat(told.kind()).isEqualTo(Kind.CONTRADICTED);
    assertThat(told.file()).isEqualTo("r2");
    assertThat(told.reference()).startsWith("r2-");
    assertThat(told.orders()).containsExactly(Orders.orderId(shipment));
    apply("r3", refuses(shipment, "quá nặng"));
    apply("r4", refuses(shipment, "mất"));
    assertThat(told()).as("the same result again, whatever its words").isEmpty();

    KeptFile file = files(KeptFile.State.CONTRADICTED).get(0);
    assertThat(file.contradicting()).isEqualTo(1);
    List<KeptFile.Answer> answers = room.get(KeptFiles.class).orders(file.name()).get(0).answers();
    assertThat(answers).extracting(KeptFile.Answer::result).containsExactly("ACCEPTED", "REFUSED");
    assertThat(answers).extracting(KeptFile.Answer::first).containsExactly(true, false);
    assertThat(answers.get(0).itemCode()).isEqualTo("RA473124829VN");
    assertThat(answers.get(0).weightGrams()).isEqualTo(50);
  }

  @Test
  void all_contradictions_of_a_file_are_one_trouble() {
    List<String> shipments = room.classified("H24.16", "HP-1", 25);
    room.order();
    for (int i = 0; i < 25; i++) {
      apply("r" + i, room.accepts(1, shipments.get(i), "KT1000000" + (10 + i)));
    }
    List<PostAnswer> refusals =
        shipments.stream().map(shipment -> refuses(shipment, "quá nặng")).toList();
    room.get(PostAnswers.class).apply(Room.file("all", refusals));
    assertThat(only().orders()).hasSize(25);
    room.get(PostAnswers.class).apply(Room.file("all-again", refusals));
    assertThat(told()).isEmpty();
  }

  @Test
  void a_file_without_its_receipts_is_told_once_a_day_until_they_are_there() {
    List<String> shipments = room.classified("H24.16", "HP-1", 2);
    room.order();
    apply("r1", room.accepts(1, shipments.get(0), "RA473124829VN"));
    room.clock.advance(Duration.ofDays(1).minusMillis(1));
    assertThat(overdue()).isEmpty();
    room.clock.advance(Duration.ofMillis(1));
    PostTrouble first = overdue().get(0);
    assertThat(first.kind()).isEqualTo(Kind.UNANSWERED);
    assertThat(first.waiting()).isEqualTo(1);
    assertThat(first.reference()).isEqualTo(first.file() + "-20261123");
    assertThat(overdue()).as("of one day").isEmpty();
    room.clock.advance(Duration.ofHours(15).minusSeconds(1));
    assertThat(overdue()).isEmpty();
    room.clock.advance(Duration.ofSeconds(1));
    assertThat(overdue())
        .extracting(PostTrouble::reference)
        .containsExactly(first.file() + "-20261124");
    apply("r2", room.accepts(1, shipments.get(1), "RA000000005VN"));
    room.clock.advance(Duration.ofDays(1));
    assertThat(overdue()).isEmpty();
  }

  @Test
  void several_gateways_at_once_owe_it_once() throws Exception {
    ordered("HP-1");
    room.clock.advance(Duration.ofDays(2));
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      Callable<Boolean> look =
          () -> {
            troubles().overdue();
            return true;
          };
      for (Future<Boolean> each :
          threads.invokeAll(IntStream.range(0, 12).mapToObj(i -> look).toList())) {
        each.get();
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(told()).hasSize(1);
  }

  @Test
  void a_gateway_that_dies_before_it_has_told_leaves_it_owed() {
    apply("r1", refuses(ordered("HP-1"), "quá nặng"));
    new TransactionTemplate(room.get(PlatformTransactionManager.class))
        .executeWithoutResult(
            dying -> {
              troubles().tell();
              assertThat(room.count("outbox")).isZero();
              dying.setRollbackOnly();
            });
    assertThat(room.count("dispatch where kind = 'ERROR'")).as("told to nobody").isZero();
    assertThat(only().kind()).isEqualTo(Kind.REFUSED);
    assertThat(room.count("dispatch where kind = 'ERROR'")).isEqualTo(1);
  }

  @Test
  void order_files_are_listed_by_what_they_wait_for() {
    ordered("HP-1");
    room.clock.advance(Duration.ofMinutes(1));
    room.accepted("HP-2", "RA473124829VN");
    room.clock.advance(Duration.ofMinutes(1));
    room.classified("H48.16", "QN-1", 1);
    room.get(Orders.class).make(room.clock.instant());

    List<KeptFile> all = files(KeptFile.State.ALL);
    assertThat(all)
        .extracting(KeptFile::province)
        .containsExactly("quang-ngai", "hai-phong", "hai-phong");
    assertThat(all).extracting(KeptFile::copyKept).containsExactly(true, false, true);
    assertThat(files(KeptFile.State.UNSENT)).containsExactly(all.get(0));
    assertThat(files(KeptFile.State.UNANSWERED)).containsExactly(all.get(0), all.get(2));
    assertThat(files(KeptFile.State.CONTRADICTED)).isEmpty();
    KeptFiles kept = room.get(KeptFiles.class);
    assertThat(kept.page(KeptFile.State.ALL, null, 2)).containsExactly(all.get(0), all.get(1));
    assertThat(kept.page(KeptFile.State.ALL, all.get(1).name(), 2)).containsExactly(all.get(2));
    assertThat(kept.one(all.get(1).name())).contains(all.get(1));
  }

  private static List<KeptFile> files(KeptFile.State state) {
    return room.get(KeptFiles.class).page(state, null, 50);
  }

  private static List<PostTrouble> overdue() {
    troubles().overdue();
    return told();
  }

  private static PostTrouble only() {
    List<PostTrouble> all = told();
    assertThat(all).hasSize(1);
    return all.get(0);
  }

  private static List<PostTrouble> told() {
    List<PostTrouble> all =
        room
            .sql()
            .sql("select key from outbox where topic = 'post-trouble' order by outbox_no")
            .query(String.class)
            .list()
            .stream()
            .map(troubles()::trouble)
            .toList();
    troubles().tell();
    assertThat(room.count("outbox where topic = 'post-trouble'")).isZero();
    return all;
  }

  private static PostTroubles troubles() {
    return room.get(PostTroubles.class);
  }

  private static String ordered(String id) {
    String shipment = room.classified("H24.16", id, 1).get(0);
    room.order();
    return shipment;
  }

  private static void apply(String name, PostAnswer answer) {
    room.get(PostAnswers.class).apply(Room.file(name, List.of(answer)));
  }

  private static PostAnswer refuses(String shipment, String reason) {
    return new PostAnswer(
        1,
        Orders.orderId(shipment),
        null,
        PostAnswer.Result.REFUSED,
        null,
        java.time.Instant.parse("2026-11-22T02:00:00Z"),
        null,
        null,
        reason);
  }
}
