package vn.kt1.gateway.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import vn.kt1.gateway.directory.BadConfiguration;
import vn.kt1.gateway.shipment.InquiryAnswers;
import vn.kt1.gateway.shipment.InquiryAnswers.Answer;
import vn.kt1.gateway.shipment.TrackingEvent;
import vn.kt1.gateway.tracking.TrackingHealth.Kind;
import vn.kt1.sandbox.SimulatedEntry;
import vn.kt1.sandbox.SimulatedFault.Mode;
import vn.kt1.sandbox.TrackingSimulator;
import vn.kt1.testing.HandClock;

/** The client against the simulator, with its oddities and its faults. */
@ExtendWith(OutputCaptureExtension.class)
class TrackingApiIT {
  private static final String PASSWORD = "mat-khau-thu-9f3";
  private static final Duration DEADLINE = Duration.ofMillis(700);

  @TempDir Path temp;
  private final HandClock clock = new HandClock("2026-11-22T09:00:00+07:00");
  private TrackingSimulator simulator;
  private TrackingHealth health;
  private TrackingApi api;

  @BeforeEach
  void start() throws Exception {
    simulator =
        new TrackingSimulator(
                temp, 0, new TrackingSimulator.Login("kt1-gateway", PASSWORD, "SYNTHETIC"))
            .start();
    api = api(simulator.url(), PASSWORD);
  }

  @AfterEach
  void stop() {
    simulator.close();
  }

  @Test
  void reads_the_same_history_however_it_is_told_and_logs_in_again_when_the_token_has_ended()
      throws Exception {
    simulator.items().put("EA1", List.of(entry("10", 8), entry("14", 9)));
    for (int call = 0; call < 24; call++) {
      InquiryAnswers answers = api.ask(Given.page("EA1"));
      assertThat(answers.unanswered()).isEmpty();
      Answer answer = answers.answers().get(0);
      assertThat(answer.unreadable()).isZero();
      assertThat(answer.events())
          .extracting(
              TrackingEvent::rawCode, e -> e.occurredAt().toString(), TrackingEvent::location)
          .containsExactly(
              org.assertj.core.groups.Tuple.tuple("10", "2026-11-22T01:05:07Z", "Nơi mẫu"),
              org.assertj.core.groups.Tuple.tuple("14", "2026-11-22T02:05:07Z", "Nơi mẫu"));
    }
    assertThat(simulator.logins()).isBetween(3, 8);
    assertThat(health.standing().lastSuccess()).isEqualTo(clock.instant());
    assertThat(health.standing().failuresInARow()).isZero();
  }

  @Test
  void an_item_the_post_does_not_know_is_no_news() {
    InquiryAnswers answers = api.ask(Given.page("EA 2/&?type=3#é"));
    assertThat(answers.unanswered()).isEmpty();
    assertThat(answers.answers().get(0).events()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "HTML, UNREADABLE, 3",
    "ERROR_INSIDE, ERROR_INSIDE, 3",
    "EMPTY, UNREADABLE, 3",
    "GARBAGE, UNREADABLE, 3",
    "HANG, TOO_LATE, 1",
    "TRICKLE, TOO_LATE, 1",
    "UNAUTHORISED, LOGIN_REFUSED, 1",
    "TOO_MANY, STATUS, 1",
    "UNAVAILABLE, STATUS, 1",
    "SERVER_ERROR, STATUS, 3",
    "REDIRECT, STATUS, 3",
    "HUGE, TOO_LARGE, 3"
  })
  @Timeout(value = 10, unit = TimeUnit.SECONDS)
  void a_fault_of_all_ends_the_page_as_soon_as_it_is_known_and_is_told_by_kind(
      Mode mode, Kind kind, int asked, CapturedOutput output) {
    simulator.mode(mode);
    InquiryAnswers answers = api.ask(Given.page("EA1", "EA2", "EA3"));
    assertThat(answers.answers()).isEmpty();
    assertThat(answers.unanswered())
        .hasSize(asked)
        .allMatch(each -> each.againAt().isAfter(clock.instant()));
    assertThat(answers.unanswered().get(0).inquiry().shipmentId()).isEqualTo("S-EA1");
    assertThat(simulator.calls()).isEqualTo(kind == Kind.LOGIN_REFUSED ? 2 : asked);
    assertThat(health.standing().lastFailureKind()).isEqualTo(kind);
    assertThat(health.standing().lastFailure()).isEqualTo(clock.instant());
    assertThat(health.standing().failuresInARow()).isEqualTo(1);
    assertThat(output.getAll()).contains(kind.name()).doesNotContain(PASSWORD, "bí mật", "Bảo trì");

    assertThat(api.mayAsk()).as("left alone for a while").isFalse();
    clock.advance(Duration.ofSeconds(3));
    assertThat(api.mayAsk()).isTrue();
    simulator.mode(Mode.NORMAL);
    assertThat(api.ask(Given.page("EA1", "EA2")).answers()).hasSize(2);
    assertThat(health.standing().failuresInARow()).isZero();
    assertThat(health.standing().lastFailureKind()).isEqualTo(kind);
  }

  @ParameterizedTest
  @CsvSource({
    "HTML, UNREADABLE",
    "ERROR_INSIDE, ERROR_INSIDE",
    "SERVER_ERROR, STATUS",
    "HUGE, TOO_LARGE"
  })
  @Timeout(value = 10, unit = TimeUnit.SECONDS)
  void a_fault_of_one_item_holds_up_no_other(Mode mode, Kind kind, CapturedOutput output) {
    simulator.mode(mode, "EA2");
    InquiryAnswers answers = api.ask(Given.page("EA1", "EA2", "EA3"));
    assertThat(answers.answers())
        .extracting(answer -> answer.inquiry().shipmentId())
        .containsExactly("S-EA1", "S-EA3");
    assertThat(answers.unanswered()).hasSize(1);
    assertThat(answers.unanswered().get(0).inquiry().shipmentId()).isEqualTo("S-EA2");
    assertThat(answers.unanswered().get(0).againAt()).isAfter(clock.instant());
    assertThat(api.mayAsk()).isTrue();
    assertThat(health.standing().lastFailure()).isNull();
    assertThat(health.pulses().get(0).failing()).isFalse();
    assertThat(output.getAll()).contains("shipment S-EA2 cause " + kind);
  }

  @Test
  void a_page_without_any_answer_leaves_the_api_alone_until_one_is_answered() {
    simulator.mode(Mode.SERVER_ERROR, "EA2");
    assertThat(api.ask(Given.page("EA2")).unanswered()).hasSize(1);
    assertThat(api.mayAsk()).as("nothing of the page was answered").isFalse();
    assertThat(health.standing().failuresInARow()).isEqualTo(1);
    clock.advance(Duration.ofSeconds(3));
    assertThat(api.ask(Given.page("EA1", "EA2")).unanswered()).hasSize(1);
    assertThat(api.mayAsk()).isTrue();
    assertThat(health.standing().failuresInARow()).isZero();
  }

  @Test
  void keeps_what_was_answered_before_the_fault() throws Exception {
    simulator.items().put("EA1", List.of(entry("10", 8)));
    api.ask(Given.page("EA1"));
    simulator.close();
    assertThat(api.ask(Given.page("EA1")).unanswered()).hasSize(1);
    assertThat(health.standing().lastFailureKind()).isEqualTo(Kind.UNREACHABLE);
  }

  @Test
  @Timeout(value = 10, unit = TimeUnit.SECONDS)
  void a_host_that_takes_connections_and_says_nothing_is_too_late() throws Exception {
    try (ServerSocket silent = new ServerSocket(0)) {
      TrackingApi other = api("http://127.0.0.1:" + silent.getLocalPort(), PASSWORD);
      assertThat(other.ask(Given.page("EA1")).unanswered()).hasSize(1);
      assertThat(health.standing().lastFailureKind()).isEqualTo(Kind.TOO_LATE);
    }
  }

  @Test
  void a_wrong_login_is_told_and_nothing_of_it_shown(CapturedOutput output) {
    TrackingApi other = api(simulator.url(), "sai-mat-khau");
    assertThat(other.ask(Given.page("EA1", "EA2")).unanswered()).hasSize(1);
    assertThat(health.standing().lastFailureKind()).isEqualTo(Kind.LOGIN_REFUSED);
    assertThat(simulator.calls()).isZero();
    assertThat(output.getAll()).doesNotContain("sai-mat-khau");
    assertThat(Given.settings("u", "sai-mat-khau", DEADLINE).toString()).doesNotContain("sai");
  }

  @Test
  void a_blank_url_is_said_once_and_nothing_is_asked(CapturedOutput output) {
    TrackingApi none = api("  ", "");
    assertThat(none.mayAsk()).isFalse();
    assertThat(health.standing().configured()).isFalse();
    assertThat(output.getAll()).containsOnlyOnce("the tracking API is not asked");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://api.example.vn",
        "http://127.0.0.1.example.vn",
        "ftp://127.0.0.1",
        "https://user:word@api.example.vn",
        "https://api.example.vn?x=1",
        "https:///path",
        "api.example.vn",
        "https://a b"
      })
  void no_start_on_an_address_that_would_give_the_login_away(String url) {
    assertThatThrownBy(() -> api(url, PASSWORD))
        .isInstanceOf(BadConfiguration.class)
        .hasMessageContaining("gateway.tracking.url")
        .hasMessageNotContaining(PASSWORD)
        .hasMessageNotContaining("word@");
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://api.example.vn/x/", "http://localhost:1", "http://[::1]:1"})
  void a_safe_address_is_taken(String url) {
    assertThat(api(url, PASSWORD).mayAsk()).isTrue();
  }

  @Test
  void a_url_without_a_login_names_all_that_is_missing() {
    assertThatThrownBy(() -> api("https://api.example.vn", " "))
        .isInstanceOf(BadConfiguration.class)
        .hasMessageContaining("GATEWAY_TRACKING_PASSWORD_FILE");
  }

  private TrackingApi api(String url, String password) {
    TrackingSettings settings = Given.settings(url, password, DEADLINE);
    health = new TrackingHealth(settings, clock);
    return new TrackingApi(settings, new Timetable(settings), health, clock);
  }

  private static SimulatedEntry entry(String code, int hour) {
    return new SimulatedEntry(
        LocalDateTime.of(2026, 11, 22, hour, 5, 7), code, "Tên mẫu", "Nơi mẫu");
  }
}
