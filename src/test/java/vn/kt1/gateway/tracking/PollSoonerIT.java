package vn.kt1.gateway.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.kt1.gateway.ledger.Room.event;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.kt1.gateway.ledger.Room;
import vn.kt1.gateway.shipment.Sha256;
import vn.kt1.gateway.status.StatusNews;
import vn.kt1.gateway.tracking.ChangesAnswer.Change;
import vn.kt1.gateway.tracking.PollAnswers.Answer;

/** What a hint does, and what it cannot do; and how the lists of changes are walked through. */
class PollSoonerIT {

  private static final String ITEM = "RA473124829VN";
  private static final Duration LATER = Duration.ofHours(5);

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
  void what_is_hinted_at_is_due_and_at_most_once_a_minute() {
    asked();
    hint(ITEM);
    assertThat(inquiries().claim()).as("asked just now").isNull();
    room.clock.advance(Duration.ofSeconds(59));
    hint(ITEM);
    assertThat(inquiries().claim()).isNull();
    room.clock.advance(Duration.ofSeconds(1));
    PollPage page = inquiries().claim();
    assertThat(page.inquiries()).extracting(PollItem::shipmentId).hasSize(1);
  }

  @Test
  void a_hint_during_a_question_is_younger_than_its_answer() {
    room.accepted("HP-1", ITEM);
    PollPage page = inquiries().claim();
    room.clock.advance(Duration.ofSeconds(2));
    hint(ITEM);
    answer(page);
    assertThat(inquiries().claim()).isNull();
    room.clock.advance(Duration.ofSeconds(58));
    PollPage again = inquiries().claim();
    assertThat(again).isNotNull();
    room.clock.advance(Duration.ofSeconds(2));
    answer(again);
    room.clock.advance(Duration.ofMinutes(2));
    assertThat(inquiries().claim()).as("the hint is used up").isNull();
  }

  @Test
  void a_hint_moves_nothing_and_makes_nothing() {
    String shipment = room.accepted("HP-1", ITEM);
    int evidence = room.count("evidence");
    hint(ITEM, "ZZ999999999VN", "");
    assertThat(room.state(shipment)).isEqualTo("ACCEPTED");
    assertThat(room.count("inquiry")).isEqualTo(1);
    assertThat(room.count("waiting_event")).isZero();
    assertThat(room.count("evidence")).isEqualTo(evidence);
  }

  @Test
  void what_has_ended_is_never_asked_about_again() {
    room.accepted("HP-1", ITEM);
    room.get(StatusNews.class)
        .apply(
            Room.statuses("s", room.happened(event(1, ITEM, "14", "2026-11-22T10:00:00+07:00"))));
    hint(ITEM);
    list(question(), "14");
    assertThat(inquiries().claim()).isNull();
    assertThat(room.count("inquiry")).isZero();
  }

  @Test
  void what_is_listed_otherwise_than_before_is_asked_about_and_nothing_else_is() {
    asked();
    sweepAfter(Duration.ofMinutes(1), "10");
    answer(inquiries().claim());
    sweepAfter(Duration.ofMinutes(16), "10");
    assertThat(inquiries().claim()).as("listed as before").isNull();
    sweepAfter(Duration.ofMinutes(16), "11");
    assertThat(inquiries().claim()).isNotNull();
    assertThat(room.sql().sql("select listed from inquiry").query(String.class).single())
        .isEqualTo(mark("11"));
  }

  @Test
  void walks_page_by_page_and_begins_anew_with_the_day_of_the_last_look() {
    ChangesQuestion first = sweeps().claim();
    LocalDate today = LocalDate.of(2026, 11, 22);
    assertThat(first).isEqualTo(new ChangesQuestion(today, today, 0, 2));
    assertThat(sweeps().claim()).as("one at a time").isNull();
    list(first, "10");
    ChangesQuestion second = sweeps().claim();
    assertThat(second).isEqualTo(new ChangesQuestion(today, today, 1, 2));
    sweeps().apply(answer(first, "10"));
    assertThat(sweeps().claim()).as("a page that was taken before").isNull();
    end(second);
    assertThat(sweeps().claim()).isNull();
    room.clock.set("2026-11-23T00:30:00+07:00");
    assertThat(sweeps().claim())
        .isEqualTo(new ChangesQuestion(today, LocalDate.of(2026, 11, 23), 0, 2));
  }

  @Test
  void a_page_without_an_answer_is_asked_for_again_also_after_a_crash() {
    ChangesQuestion first = sweeps().claim();
    list(first, "10");
    ChangesQuestion second = sweeps().claim();
    room.clock.advance(Duration.ofSeconds(69));
    assertThat(sweeps().claim()).isNull();
    room.clock.advance(Duration.ofSeconds(1));
    assertThat(sweeps().claim()).isEqualTo(second);
  }

  @Test
  void a_page_that_repeats_is_the_end() {
    list(sweeps().claim(), "10");
    list(sweeps().claim(), "10");
    assertThat(sweeps().claim()).isNull();
    assertThat(room.count("sweep where from_on is null and page = 0")).isEqualTo(1);
  }

  @Test
  void a_long_silence_is_caught_up_with_in_windows_of_31_days_at_most() {
    end(sweeps().claim());
    room.clock.advance(Duration.ofDays(75));
    List<ChangesQuestion> asked = new ArrayList<>();
    for (var next = sweeps().claim(); next != null; next = sweeps().claim()) {
      asked.add(next);
      end(next);
    }
    assertThat(asked).hasSize(3);
    assertThat(asked.get(0).from()).isEqualTo(LocalDate.of(2026, 11, 22));
    assertThat(asked.get(2).to()).isEqualTo(LocalDate.of(2027, 2, 5));
    for (int i = 0; i < asked.size(); i++) {
      ChangesQuestion each = asked.get(i);
      assertThat(each.to()).isBeforeOrEqualTo(each.from().plusDays(30));
      if (i > 0) {
        assertThat(each.from()).as("no day is left out").isEqualTo(asked.get(i - 1).to());
      }
    }
  }

  @Test
  void a_window_that_took_long_is_looked_through_from_when_it_began() {
    ChangesQuestion first = sweeps().claim();
    room.clock.advance(Duration.ofDays(3));
    end(sweeps().claim());
    room.clock.advance(Duration.ofMinutes(15));
    ChangesQuestion next = sweeps().claim();
    assertThat(next.from()).isEqualTo(first.from());
    assertThat(next.to()).isEqualTo(first.to().plusDays(3));
  }

  private static void asked() {
    room.accepted("HP-1", ITEM);
    answer(inquiries().claim());
  }

  private static void answer(PollPage page) {
    Instant later = room.clock.instant().plus(LATER);
    List<Answer> answers =
        page.inquiries().stream()
            .map(each -> new Answer(each, List.of(), 0, later, later))
            .toList();
    inquiries().apply(new PollAnswers(page.lease(), answers, List.of()));
  }

  private static void hint(String... codes) {
    room.get(PollSooner.class).take(new Hint(Set.of(codes)));
  }

  private static ChangesQuestion question() {
    return sweeps().claim();
  }

  private static void sweepAfter(Duration pause, String status) {
    room.clock.advance(pause);
    list(sweeps().claim(), status);
    end(sweeps().claim());
  }

  private static void list(ChangesQuestion question, String status) {
    sweeps().apply(answer(question, status));
  }

  private static ChangesAnswer answer(ChangesQuestion question, String status) {
    List<Change> changes =
        Stream.of(ITEM, "ZZ999999999VN").map(code -> new Change(code, mark(status))).toList();
    return new ChangesAnswer(question, changes, Sha256.of(changes.toString()), false);
  }

  private static void end(ChangesQuestion question) {
    sweeps().apply(new ChangesAnswer(question, List.of(), Sha256.of("[]"), true));
  }

  private static String mark(String status) {
    return Sha256.of(status);
  }

  private static PollItems inquiries() {
    return room.get(PollItems.class);
  }

  private static ChangeScan sweeps() {
    return room.get(ChangeScan.class);
  }
}
