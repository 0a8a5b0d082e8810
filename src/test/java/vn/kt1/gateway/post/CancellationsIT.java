package vn.kt1.gateway.post;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static vn.kt1.testing.AnEnvelope.named;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;
import vn.kt1.gateway.directory.Caller;
import vn.kt1.gateway.directory.Caller.Role;
import vn.kt1.gateway.dispatch.Dispatch;
import vn.kt1.gateway.dispatch.Parcel;
import vn.kt1.gateway.dispatch.Parked;
import vn.kt1.gateway.ledger.Room;
import vn.kt1.gateway.ledger.Today;
import vn.kt1.gateway.post.Cancellations.Cancelled;
import vn.kt1.gateway.shipment.Envelope;
import vn.kt1.gateway.shipment.Fault;
import vn.kt1.gateway.shipment.ItemCode;
import vn.kt1.gateway.shipment.Network;
import vn.kt1.gateway.shipment.PostFile.Result;
import vn.kt1.gateway.shipment.Receipt;
import vn.kt1.gateway.shipment.Rejected;
import vn.kt1.gateway.shipment.Secrecy;
import vn.kt1.gateway.shipment.ShipmentState;
import vn.kt1.gateway.shipment.Unavailable;

class CancellationsIT {

  private static final Caller OFFICE =
      new Caller("hp-eoffice", Role.PARTNER, Set.of("H24.16", "H24.31"), null);
  private static final int ROUNDS = 12;
  private static final String ITEM = "RA473124829VN";

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
  void one_that_is_not_ordered_is_cancelled_at_once_and_never_reaches_the_post() {
    List<String> shipments = room.classified("H24.16", "A", 2);
    assertThat(cancel(shipments.get(0))).isEqualTo(cancelled(shipments.get(0)));
    room.order();

    assertThat(room.state(shipments.get(0))).isEqualTo("CANCELLED");
    assertThat(ordered()).containsExactly(shipments.get(1));
    assertThat(room.count("outbox")).isZero();
    assertThat(events(shipments.get(0)))
        .containsExactly("gateway REGISTERED REGISTERED", "person CANCELLED CANCELLED");
  }

  @Test
  void who_it_was_stands_in_evidence_and_nowhere_else() {
    String shipment = room.classified("H24.16", "A", 1).get(0);
    cancel(shipment);
    assertThat(
            room.sql()
                .sql("select actor || ' ' || act || detail from evidence where subject = ?")
                .param(shipment)
                .query(String.class)
                .single())
        .startsWith("hp-eoffice cancelled")
        .contains("PARTNER", "REGISTERED");
    assertThat(room.sql().sql("select e::text from event e").query(String.class).list())
        .noneMatch(event -> event.contains("hp-eoffice"));
  }

  @Test
  void what_no_order_goes_out_for_is_cancelled_at_once() {
    for (Envelope envelope :
        List.of(
            named("held").to("G06.11").secrecy(Secrecy.UNSPECIFIED).sealed(),
            named("hand").to("G06.11").classified().wish(Network.HAND).sealed(),
            named("cipher").to("G06.11").classified().wish(Network.CIPHER).sealed(),
            named("public").to("G06.11").wish(Network.PUBLIC_POST).sealed())) {
      String shipment = register(envelope.envelopeId(), envelope).get(0);
      assertThat(cancel(shipment)).isEqualTo(cancelled(shipment));
      assertThat(cancel(shipment)).as("twice is once").isEqualTo(cancelled(shipment));
    }
    assertThat(room.count("event where raw_code = 'CANCELLED'")).isEqualTo(4);
    assertThat(room.count("evidence where act = 'cancelled' and actor = 'hp-eoffice'"))
        .isGreaterThanOrEqualTo(4);
    assertThat(room.count("outbox")).isZero();
  }

  @Test
  void one_that_was_cancelled_is_in_no_file_and_leaves_no_number_out() {
    List<String> shipments = room.classified("H24.16", "A", 3);
    assertThat(cancel(shipments.get(1)).asked()).isFalse();

    orders().make(room.clock.instant());
    assertThat(ordered()).containsExactlyInAnyOrder(shipments.get(0), shipments.get(2));
    assertThat(room.sql().sql("select seq from order_file").query(Integer.class).list())
        .containsExactly(1);
  }

  @Test
  void one_kept_in_a_file_counts_as_ordered_and_the_post_is_asked_once_it_has_the_file() {
    String shipment = room.classified("H24.16", "A", 1).get(0);
    orders().make(room.clock.instant());
    assertThat(cancel(shipment)).isEqualTo(new Cancelled(shipment, ShipmentState.REGISTERED, true));
    files().make();
    assertThat(room.count("dispatch where kind = 'CANCELLATION'"))
        .as("the post does not have the order")
        .isZero();
    room.send("post");
    assertThat(cancel(shipment)).isEqualTo(new Cancelled(shipment, ShipmentState.ORDERED, true));
    room.clock.advance(Duration.ofMinutes(2));

    files().make();
    Parcel asked = claim();
    assertThat(asked.name()).isEqualTo("KT1-CANCEL_O-" + shipment + ".csv");
    assertThat(asked.kt1Only()).isTrue();
    assertThat(new String(asked.content(), StandardCharsets.UTF_8).lines())
        .as("asked two minutes ago")
        .containsExactly(
            "order_id,shipment_id,asked_at",
            "O-%s,%s,2026-11-22T09:00:00+07:00".formatted(shipment, shipment));
    dispatch().sent(asked);
    dispatch().sent(asked);
    files().make();
    assertThat(claim()).isNull();
    assertThat(cancel(shipment).asked()).as("asked already").isTrue();
    assertThat(room.count("outbox")).isZero();
    assertThat(room.count("cancellation where sent_at is not null")).isEqualTo(1);
    assertThat(room.count("dispatch where kind = 'CANCELLATION' and content is not null"))
        .as("nobody needs the bytes any more")
        .isZero();
    assertThat(events(shipment))
        .containsExactly(
            "gateway REGISTERED REGISTERED",
            "person CANCELLATION_ASKED -",
            "gateway ORDERED ORDERED");
    assertThat(
            room.count(
                "evidence where act = 'cancellation-sent' and subject = 'KT1-CANCEL_O-%s.csv'"
                    .formatted(shipment)))
        .isEqualTo(1);
  }

  @Test
  void two_gateways_at_once_ask_once() throws Exception {
    List<String> shipments = room.classified("H24.16", "A", 30);
    room.order();
    shipments.forEach(CancellationsIT::cancel);
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      Callable<Void> make =
          () -> {
            files().make();
            return null;
          };
      for (Future<Void> done : threads.invokeAll(Collections.nCopies(8, make))) {
        done.get();
      }
    } finally {
      threads.shutdownNow();
    }
    files().make();
    assertThat(
            room.sql()
                .sql("select reference from dispatch where kind = 'CANCELLATION'")
                .query(String.class)
                .list())
        .containsExactlyInAnyOrderElementsOf(shipments);
  }

  @Test
  void a_carriage_that_failed_is_due_again_after_a_pause() {
    String shipment = ordered("A");
    cancel(shipment);
    files().make();
    dispatch().failed(claim(), "dispatch-post", new Unavailable("a folder", null));
    assertThat(claim()).isNull();
    room.clock.advance(Duration.ofSeconds(2));
    assertThat(claim().reference()).isEqualTo(shipment);
  }

  @Test
  void a_refusal_after_we_asked_is_the_cancellation_and_none_of_the_posts_own() {
    String shipment = ordered("A");
    cancel(shipment);
    assertThat(apply("r", refuses(shipment)).applied()).isEqualTo(1);
    assertThat(room.state(shipment)).isEqualTo("CANCELLED");
    assertThat(events(shipment)).last().isEqualTo("cancellation REFUSED CANCELLED");
    assertThat(cancel(shipment)).isEqualTo(cancelled(shipment));
    assertThat(room.get(Today.class).counts().balanced()).isTrue();

    String other = ordered("B");
    apply("r2", refuses(other));
    assertThat(room.state(other)).isEqualTo("ORDER_REFUSED");
  }

  @Test
  void an_acceptance_that_crossed_goes_on_as_usual() {
    String shipment = ordered("A");
    cancel(shipment);
    apply("r", room.accepts(1, shipment, ITEM));
    assertThat(room.state(shipment)).isEqualTo("ACCEPTED");
    assertThat(code(() -> cancel(shipment)))
        .isEqualTo(
            "The post has accepted the item already; it cannot be cancelled any more. Ask the"
                + " post.");
    assertThat(events(shipment)).contains("person CANCELLATION_ASKED -");
  }

  @Test
  void an_acceptance_after_the_end_is_shown_and_parked_and_moves_nothing() {
    String shipment = ordered("A");
    cancel(shipment);
    apply("r", refuses(shipment));
    Result result = apply("r2", room.accepts(1, shipment, ITEM));

    assertThat(result.rejected()).isEqualTo(1);
    assertThat(room.state(shipment)).isEqualTo("CANCELLED");
    assertThat(events(shipment)).contains("receipt ACCEPTED ACCEPTED");
    assertThat(room.get(Parked.class).open())
        .singleElement()
        .satisfies(
            item -> {
              assertThat(item.route()).isEqualTo(ParkedCancellations.ROUTE);
              assertThat(item.nextStep()).isEqualTo("call-the-post");
            });
    ParkedCancellations work = room.get(ParkedCancellations.class);
    assertThatThrownBy(() -> work.again(ParkedCancellations.ROUTE, shipment))
        .as("the post was asked already")
        .isInstanceOf(Rejected.class);
    assertThat(room.count("inquiry")).isZero();
    assertThat(room.get(Today.class).counts().balanced()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "ACCEPTED, The post has accepted", "IN_TRANSIT, The post has accepted",
    "DELIVERY_FAILED, The post has accepted", "DELIVERED, The shipment has been delivered",
    "RETURNED, The shipment has come back", "LOST, The shipment is reported lost",
    "ORDER_REFUSED, The post has refused"
  })
  void too_late_is_too_late(String state, String sentence) {
    String shipment = ordered("A");
    room.database.owner().sql("update shipment set state = '" + state + "'").update();
    assertThat(code(() -> cancel(shipment))).startsWith(sentence);
    assertThat(room.count("cancellation")).isZero();
  }

  @Test
  void what_the_policy_refused_goes_nowhere_anyway() {
    String refused =
        register("A", named("1").to("G06.11").classified().wish(Network.PUBLIC_POST).sealed())
            .get(0);
    assertThat(code(() -> cancel(refused))).startsWith("The gateway refused");
  }

  @Test
  void the_hand_off_again_gets_the_first_receipt_and_orders_nothing_anew() {
    Envelope envelope = named("1").to("G06.11").classified().sealed();
    var handOff = room.handOff("hp-eoffice", "H24.16", "A", envelope);
    Receipt first = room.register(handOff);
    cancel(first.shipments().get(0).shipmentId());
    Receipt again = room.register(handOff);

    assertThat(again.repeated()).isTrue();
    assertThat(again.shipments()).isEqualTo(first.shipments());
    assertThat(room.count("outbox")).isZero();
    assertThat(room.get(Today.class).counts().balanced()).isTrue();
  }

  @Test
  void its_sender_gets_news_of_it_and_nobody_a_delivery_notice() {
    String shipment = room.classified("H24.16", "A", 1).get(0);
    cancel(shipment);
    assertThat(room.count("news where state = 'CANCELLED' and decision = 'ROUTED'")).isEqualTo(1);
    assertThat(room.count("outbox")).isZero();
  }

  @Test
  void the_day_stays_balanced_whatever_was_cancelled() {
    Today today = room.get(Today.class);
    List<String> shipments = room.classified("H24.16", "A", 6);
    cancel(shipments.get(0));
    cancel(shipments.get(1));
    assertThat(today.counts().balanced()).isTrue();
    orders().make(room.clock.instant());
    assertThat(today.counts().balanced()).isTrue();
    room.order();
    cancel(shipments.get(5));
    assertThat(today.counts().balanced()).isTrue();
    apply("r", refuses(shipments.get(5)));
    String held =
        register("B", named("1").to("G06.11").secrecy(Secrecy.UNSPECIFIED).sealed()).get(0);
    cancel(held);

    Today.Counts counts = today.counts();
    assertThat(counts.balanced()).isTrue();
    assertThat(counts.taken()).isEqualTo(7);
    assertThat(counts.ordered()).isEqualTo(4);
    assertThat(counts.acknowledged()).isEqualTo(1);
  }

  @Test
  void another_unit_sees_nothing_and_the_receiving_one_may_not() {
    String shipment = register("A", named("1").to("H48.16").classified().sealed()).get(0);
    Caller receiving = new Caller("qn-eoffice", Role.PARTNER, Set.of("H48.16"), null);
    Caller stranger = new Caller("qn-eoffice", Role.PARTNER, Set.of("H48.31"), null);
    assertThat(cancellations().cancel(stranger, shipment)).isEmpty();
    assertThatThrownBy(() -> cancellations().cancel(receiving, shipment))
        .isInstanceOfSatisfying(
            Rejected.class, no -> assertThat(no.code()).isEqualTo(Fault.Code.FORBIDDEN));
    assertThat(room.state(shipment)).isEqualTo("REGISTERED");
    assertThat(room.count("outbox")).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void who_cancels_while_it_is_being_kept_waits_and_then_knows(boolean kept) throws Exception {
    String shipment = room.classified("H24.16", "A", 1).get(0);
    Cancelled answer =
        behind(
            open -> {
              orders().make(room.clock.instant());
              if (!kept) {
                open.setRollbackOnly();
              }
            },
            () -> cancel(shipment));

    assertThat(answer.asked()).isEqualTo(kept);
    assertThat(ordered()).isEqualTo(kept ? List.of(shipment) : List.of());
    assertThat(room.state(shipment)).isEqualTo(kept ? "REGISTERED" : "CANCELLED");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void who_makes_a_file_while_it_is_being_cancelled_passes_it_by(boolean cancelled)
      throws Exception {
    String shipment = room.classified("H24.16", "A", 1).get(0);
    ExecutorService thread = Executors.newSingleThreadExecutor();
    try {
      new TransactionTemplate(room.get(PlatformTransactionManager.class))
          .executeWithoutResult(
              open -> {
                cancel(shipment);
                assertThat(thread.submit(() -> orders().make(room.clock.instant())))
                    .as("waits for nobody")
                    .succeedsWithin(Duration.ofSeconds(20));
                if (!cancelled) {
                  open.setRollbackOnly();
                }
              });
    } finally {
      thread.shutdownNow();
    }
    assertThat(ordered()).isEmpty();
    orders().make(room.clock.instant());
    assertThat(ordered()).isEqualTo(cancelled ? List.of() : List.of(shipment));
    assertThat(room.state(shipment)).isEqualTo(cancelled ? "CANCELLED" : "REGISTERED");
    assertThat(room.sql().sql("select seq from order_file").query(Integer.class).list())
        .isEqualTo(cancelled ? List.of() : List.of(1));
  }

  @Test
  void who_cancels_while_the_receipt_is_being_read_finds_the_answer() throws Exception {
    String shipment = ordered("A");
    String late =
        behind(
            open -> apply("r", room.accepts(1, shipment, ITEM)),
            () -> code(() -> cancel(shipment)));
    assertThat(late).startsWith("The post has accepted");
    assertThat(room.count("cancellation")).isZero();
  }

  @Test
  void a_refusal_read_while_it_is_being_asked_is_the_cancellation() throws Exception {
    String shipment = ordered("A");
    Result read = behind(open -> cancel(shipment), () -> apply("r", refuses(shipment)));
    assertThat(read.applied()).isEqualTo(1);
    assertThat(room.state(shipment)).isEqualTo("CANCELLED");
  }

  /** Runs one in a transaction, begins the other, and commits once that waits for a lock. */
  private static <T> T behind(Consumer<TransactionStatus> first, Callable<T> second)
      throws Exception {
    ExecutorService thread = Executors.newSingleThreadExecutor();
    try {
      return new TransactionTemplate(room.get(PlatformTransactionManager.class))
          .execute(
              open -> {
                first.accept(open);
                Future<T> waiting = thread.submit(second);
                await()
                    .until(
                        () ->
                            room.database
                                    .owner()
                                    .sql("select count(*) from pg_locks where not granted")
                                    .query(Integer.class)
                                    .single()
                                > 0);
                return waiting;
              })
          .get();
    } finally {
      thread.shutdownNow();
    }
  }

  /**
   * Two threads keep and carry what is owed while four cancel, each shipment twice: every answer
   * must be true afterwards, and each way round must have been seen.
   */
  @Test
  void whoever_comes_first_wins_and_both_sides_know_it() throws Exception {
    int stopped = 0;
    int asked = 0;
    for (int round = 0; round < ROUNDS; round++) {
      room.empty();
      Race race = new Race(room.classified("H24.16", "A", 60));
      race.run();
      race.check();
      stopped += race.stopped.size();
      asked += race.asked.size();
    }
    assertThat(stopped).as("stopped in time").isPositive();
    assertThat(asked).as("asked of the post").isPositive();
  }

  private static final class Race {
    final Set<String> stopped = ConcurrentHashMap.newKeySet();
    final Set<String> asked = ConcurrentHashMap.newKeySet();
    private final List<String> shipments;
    private final CyclicBarrier start = new CyclicBarrier(6);

    Race(List<String> shipments) {
      this.shipments = shipments;
    }

    void run() throws Exception {
      List<String> backwards = new ArrayList<>(shipments);
      Collections.reverse(backwards);
      ExecutorService threads = Executors.newFixedThreadPool(6);
      try {
        List<Callable<Void>> work =
            List.of(
                () -> keep(),
                () -> keep(),
                () -> cancelAll(shipments),
                () -> cancelAll(shipments),
                () -> cancelAll(backwards),
                () -> cancelAll(backwards));
        for (Future<Void> done : threads.invokeAll(work)) {
          done.get();
        }
      } finally {
        threads.shutdownNow();
      }
      keepAll();
    }

    private Void keep() throws Exception {
      start.await();
      keepAll();
      return null;
    }

    private Void cancelAll(List<String> mine) throws Exception {
      start.await();
      mine.forEach(shipment -> (cancel(shipment).asked() ? asked : stopped).add(shipment));
      return null;
    }

    void check() {
      assertThat(stopped).as("one answer each").doesNotContainAnyElementsOf(asked);
      assertThat(stopped.size() + asked.size()).isEqualTo(shipments.size());
      assertThat(ordered()).containsExactlyInAnyOrderElementsOf(asked);
      assertThat(room.count("outbox where topic = 'order'")).isZero();
      assertThat(room.count("cancellation")).isEqualTo(asked.size());
      assertThat(room.count("event where raw_code = 'CANCELLED'")).isEqualTo(stopped.size());
      assertThat(room.count("event where raw_code = 'CANCELLATION_ASKED'")).isEqualTo(asked.size());
      assertThat(
              room.sql().sql("select seq from order_file order by seq").query(Integer.class).list())
          .isEqualTo(IntStream.rangeClosed(1, room.count("order_file")).boxed().toList());
      assertThat(room.get(Today.class).counts().balanced()).isTrue();
    }
  }

  private static void keepAll() {
    while (room.count("outbox where topic = 'order'") > 0) {
      orders().make(room.clock.instant());
      room.send("post");
    }
    room.send("post");
  }

  private static Cancellations cancellations() {
    return room.get(Cancellations.class);
  }

  private static CancellationFiles files() {
    return room.get(CancellationFiles.class);
  }

  private static Dispatch dispatch() {
    return room.get(Dispatch.class);
  }

  private static @Nullable Parcel claim() {
    return dispatch().claim("post");
  }

  private static Orders orders() {
    return room.get(Orders.class);
  }

  private static Cancelled cancel(String shipment) {
    return cancellations().cancel(OFFICE, shipment).orElseThrow();
  }

  private static Cancelled cancelled(String shipment) {
    return new Cancelled(shipment, ShipmentState.CANCELLED, false);
  }

  private static List<String> register(String id, Envelope... envelopes) {
    return room.register(room.handOff("hp-eoffice", "H24.16", id, envelopes)).shipments().stream()
        .map(Receipt.Line::shipmentId)
        .toList();
  }

  private static String ordered(String id) {
    String shipment = room.classified("H24.16", id, 1).get(0);
    room.order();
    return shipment;
  }

  private static List<String> ordered() {
    return room.sql().sql("select shipment_id from post_order").query(String.class).list();
  }

  private static List<String> events(String shipment) {
    return room.sql()
        .sql(
            """
            select concat_ws(' ', source, raw_code, coalesce(state, '-')) from event
            where shipment_id = ? order by recorded_no
            """)
        .param(shipment)
        .query(String.class)
        .list();
  }

  private static Result apply(String name, PostAnswer... answers) {
    return room.get(PostAnswers.class).apply(Room.file(name, List.of(answers)));
  }

  private static PostAnswer refuses(String shipment) {
    return new PostAnswer(
        1,
        Orders.orderId(shipment),
        shipment,
        PostAnswer.Result.REFUSED,
        (ItemCode) null,
        null,
        null,
        null,
        "theo yêu cầu");
  }

  private static String code(Runnable call) {
    try {
      call.run();
    } catch (Rejected no) {
      assertThat(no.code()).isEqualTo(Fault.Code.ALREADY_ACCEPTED);
      return no.faults().get(0).detail().in(Locale.ENGLISH);
    }
    throw new AssertionError("not rejected");
  }
}
