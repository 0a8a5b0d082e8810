package vn.kt1.gateway.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import vn.kt1.gateway.shipment.Trouble;
import vn.kt1.gateway.tracking.Asking;
import vn.kt1.gateway.tracking.ChangeScan;
import vn.kt1.gateway.tracking.ChangesAnswer;
import vn.kt1.gateway.tracking.ChangesQuestion;
import vn.kt1.gateway.tracking.PollItems;
import vn.kt1.gateway.tracking.PollPage;
import vn.kt1.sandbox.SimulatedEntry;
import vn.kt1.sandbox.SimulatedFault;
import vn.kt1.sandbox.TrackingSimulator;

/** Hours of every fault of the tracking API, by a clock whose hands are moved; nobody helps. */
class OutageIT {

  private static final String PASSWORD = "mat-khau-thu-9f3";
  private static final int PER_MINUTE = 12;
  private static final int ITEMS = 3;
  private static final Duration LOOK = Duration.ofSeconds(30);

  private static Room room;

  @TempDir Path temp;
  private TrackingSimulator simulator;
  private Asking asking;
  private final List<Instant> requests = new ArrayList<>();
  private final List<Trouble> troubles = new ArrayList<>();

  @BeforeAll
  static void enter() {
    room = new Room();
  }

  @AfterAll
  static void leave() {
    room.close();
  }

  @BeforeEach
  void start() throws Exception {
    room.empty();
    open(0);
    asking = Asking.of(simulator.url(), PASSWORD, Duration.ofMillis(300), PER_MINUTE, room.clock);
    for (int n = 0; n < ITEMS; n++) {
      room.accepted("HP-" + n, item(n));
      tell(n, "10");
    }
    pass(Duration.ofMinutes(20));
    assertThat(room.count("event where raw_code = '10' and channel = 'API'")).isEqualTo(ITEMS);
  }

  @AfterEach
  void stop() {
    simulator.close();
  }

  @ParameterizedTest
  @EnumSource(names = {"SERVER_ERROR", "UNAUTHORISED", "GARBAGE"})
  void three_hours_of_a_fault_lose_nothing_and_are_told_once(SimulatedFault.Mode fault)
      throws Exception {
    losesNothing(fault);
  }

  /** Those that pass by themselves are no outage. */
  @Tag("nightly")
  @ParameterizedTest
  @EnumSource(
      mode = Mode.EXCLUDE,
      names = {"NORMAL", "UNAUTHORISED_ONCE", "SERVER_ERROR_ONCE"})
  void three_hours_of_any_fault_lose_nothing_and_are_told_once(SimulatedFault.Mode fault)
      throws Exception {
    losesNothing(fault);
  }

  private void losesNothing(SimulatedFault.Mode fault) throws Exception {
    simulator.mode(fault);
    outage();
    simulator.mode(SimulatedFault.Mode.NORMAL);
    recovers();
  }

  @Test
  void three_hours_without_a_host_lose_nothing_and_are_told_once() throws Exception {
    int port = URI.create(simulator.url()).getPort();
    simulator.close();
    outage();
    open(port);
    recovers();
  }

  @Test
  void a_second_outage_is_told_again_and_a_short_one_never() throws Exception {
    for (int minutes : new int[] {50, 90, 50, 90}) {
      simulator.mode(SimulatedFault.Mode.SERVER_ERROR);
      tell(0, "11");
      pass(Duration.ofMinutes(minutes));
      simulator.mode(SimulatedFault.Mode.NORMAL);
      pass(Duration.ofMinutes(20));
    }
    assertThat(troubles).extracting(Trouble::reference).hasSize(2).doesNotHaveDuplicates();
  }

  private void outage() throws Exception {
    int before = requests.size();
    pass(Duration.ofHours(1));
    for (int n = 0; n < ITEMS; n++) {
      tell(n, "11");
    }
    pass(Duration.ofHours(2));
    assertThat(troubles).extracting(Trouble::source).containsExactly("tracking");
    assertThat(requests.size() - before)
        .as("it is left alone: some minutes, then a question, once more, a login")
        .isLessThan(200);
    assertThat(room.count("event where raw_code = '11'")).isZero();
    assertThat(room.count("inquiry")).as("none is given up").isEqualTo(ITEMS);
  }

  private void recovers() throws Exception {
    pass(Duration.ofMinutes(45));
    assertThat(room.count("event where raw_code = '11' and channel = 'API'")).isEqualTo(ITEMS);
    assertThat(room.count("event where channel = 'API'")).as("nothing twice").isEqualTo(2 * ITEMS);
    assertThat(room.count("shipment where state = 'AT_DELIVERY_OFFICE'")).isEqualTo(ITEMS);
    assertThat(room.count("inquiry where failures > 0")).isZero();
    assertThat(troubles).hasSize(1);
    for (int first = 0; first + PER_MINUTE < requests.size(); first++) {
      assertThat(Duration.between(requests.get(first), requests.get(first + PER_MINUTE)))
          .as("so many requests and one more")
          .isGreaterThanOrEqualTo(Duration.ofMinutes(1));
    }
  }

  private void open(int port) throws IOException {
    simulator =
        new TrackingSimulator(
                temp, port, new TrackingSimulator.Login("kt1-gateway", PASSWORD, "SYNTHETIC"))
            .start();
  }

  /** What the three timers of the routes do, each look at the same time. */
  private void pass(Duration time) {
    for (Instant end = room.clock.instant().plus(time); room.clock.instant().isBefore(end); ) {
      room.clock.advance(LOOK);
      int before = simulator.calls() + simulator.logins();
      ask();
      sweep();
      int made = simulator.calls() + simulator.logins() - before;
      IntStream.range(0, made).forEach(n -> requests.add(room.clock.instant()));
      watch();
    }
  }

  private void ask() {
    PollPage page = asking.api().mayAsk() ? room.get(PollItems.class).claim() : null;
    if (page != null) {
      room.get(PollItems.class).apply(asking.api().ask(page));
    }
  }

  private void sweep() {
    ChangeScan sweeps = room.get(ChangeScan.class);
    ChangesQuestion question = asking.changes().mayAsk() ? sweeps.claim() : null;
    ChangesAnswer answer = question == null ? null : asking.changes().ask(question);
    if (answer != null) {
      sweeps.apply(answer);
    }
  }

  private void watch() {
    Trouble trouble = asking.watch().trouble();
    if (trouble != null) {
      troubles.add(trouble);
      asking.watch().told();
    }
  }

  /** One event more of that item. */
  private void tell(int item, String code) throws IOException {
    LocalDateTime now = LocalDateTime.ofInstant(room.clock.instant(), ZoneOffset.ofHours(7));
    SimulatedEntry first = new SimulatedEntry(at(8), "10", "Đang vận chuyển", "Hà Nội");
    SimulatedEntry next = new SimulatedEntry(now.withNano(0), code, "Tên mẫu", "Huế");
    simulator
        .items()
        .put(item(item), code.equals("10") ? List.of(first) : Stream.of(first, next).toList());
  }

  private static LocalDateTime at(int hour) {
    return LocalDateTime.of(2026, 11, 22, hour, 5, 7);
  }

  private static String item(int number) {
    return "RA00000000" + number + "VN";
  }
}
