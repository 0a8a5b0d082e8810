package vn.kt1.gateway.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
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
import vn.kt1.gateway.shipment.TrackingEvent;
import vn.kt1.gateway.tracking.PollAnswers.Answer;
import vn.kt1.gateway.tracking.TrackingHealth.Kind;
import vn.kt1.sandbox.SimulatedEntry;
import vn.kt1.sandbox.SimulatedFault.Mode;
import vn.kt1.sandbox.TrackingSimulator;
import vn.kt1.testing.Authority;
import vn.kt1.testing.FreePort;
import vn.kt1.testing.HandClock;
import vn.kt1.testing.Signer;

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
                temp,
                FreePort.next(),
                new TrackingSimulator.Login("kt1-gateway", PASSWORD, "SYNTHETIC"))
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
      PollAnswers answers = api.ask(Given.page("EA1"));
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
    assertThat(health.standing().lastFailure()).isNull();
  }

  @Test
  void an_item_the_post_does_not_know_is_no_news() {
    PollAnswers answers = api.ask(Given.page("EA 2/&?type=3#é"));
    assertThat(answers.unanswered()).isEmpty();
    assertThat(answers.answers().get(0).events()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "HTML, UNREADABLE, 3, 3",
    "ERROR_INSIDE, ERROR_INSIDE, 3, 3",
    "EMPTY, UNREADABLE, 3, 3",
    "GARBAGE, UNREADABLE, 3, 3",
    "GARBAGE_GZIP, UNREADABLE, 3, 3",
    "WRONG_ITEM, OTHER_ITEM, 3, 3",
    "HANG, TOO_LATE, 1, 1",
    "SLOW, TOO_LATE, 1, 1",
    "TRICKLE, TOO_LATE, 1, 1",
    "CUT, UNREACHABLE, 1, 2",
    "UNAUTHORISED, LOGIN_REFUSED, 1, 2",
    "FORBIDDEN, LOGIN_REFUSED, 1, 2",
    "TOO_MANY, STATUS, 1, 1",
    "TOO_MANY_FOR, STATUS, 1, 1",
    "UNAVAILABLE, STATUS, 1, 1",
    "SERVER_ERROR, STATUS, 3, 6",
    "BAD_GATEWAY, STATUS, 3, 6",
    "REDIRECT, STATUS, 3, 3",
    "HUGE, TOO_LARGE, 3, 3"
  })
  @Timeout(value = 20, unit = TimeUnit.SECONDS)
  void a_fault_of_all_ends_the_page_is_told_by_kind_and_opens_the_breaker(
      Mode mode, Kind kind, int asked, int calls, CapturedOutput output) {
    simulator.mode(mode);
    PollAnswers answers = api.ask(Given.page("EA1", "EA2", "EA3"));
    assertThat(answers.answers()).isEmpty();
    assertThat(answers.unanswered())
        .hasSize(asked)
        .allMatch(each -> each.againAt().isAfter(clock.instant()));
    assertThat(answers.unanswered().get(0).inquiry().shipmentId()).isEqualTo("S-EA1");
    assertThat(simulator.calls()).isEqualTo(calls);
    assertThat(health.standing().lastFailureKind()).isEqualTo(kind);
    assertThat(health.standing().lastFailure()).isEqualTo(clock.instant());
    for (int more = 0; more < 2 && api.mayAsk(); more++) {
      api.ask(Given.page("EA1"));
    }
    assertThat(api.mayAsk()).as("left alone for a while").isFalse();
    assertThat(health.standing().leftAloneSince()).isEqualTo(clock.instant());
    assertThat(output.getAll())
        .contains("left alone for a while: the tracking API, cause " + kind)
        .doesNotContain(PASSWORD, "bí mật", "Bảo trì", "ZZ999999999VN");
    int before = simulator.calls();
    assertThat(api.ask(Given.page("EA1"))).extracting("unanswered").isEqualTo(List.of());
    assertThat(simulator.calls()).isEqualTo(before);

    clock.advance(Duration.ofMinutes(3));
    assertThat(api.mayAsk()).isTrue();
    simulator.mode(Mode.NORMAL);
    assertThat(api.ask(Given.page("EA1", "EA2")).answers()).hasSize(2);
    assertThat(health.standing().leftAloneSince()).isNull();
    assertThat(health.standing().lastFailureKind()).isEqualTo(kind);
  }

  @Test
  void left_alone_ever_longer_and_one_question_tells_whether_it_is_back() {
    simulator.mode(Mode.SERVER_ERROR);
    api.ask(Given.page("EA1", "EA2", "EA3"));
    Duration before = Duration.ZERO;
    for (int times = 0; times < 12; times++) {
      Duration alone = leftAloneFor();
      assertThat(alone).isLessThanOrEqualTo(Duration.ofMinutes(10).plusSeconds(1));
      if (times < 6) {
        assertThat(alone).as("time %s", times).isGreaterThan(before);
      }
      before = alone;
      int calls = simulator.calls();
      assertThat(api.ask(Given.page("EA1", "EA2", "EA3")).unanswered()).hasSize(1);
      int logins = simulator.logins();
      assertThat(simulator.calls())
          .as("asked, and once more; and a token may have ended")
          .isBetween(calls + 2, calls + 3);
      assertThat(logins).isLessThan(9);
    }
    assertThat(before).isGreaterThan(Duration.ofMinutes(7));
  }

  private Duration leftAloneFor() {
    int seconds = 0;
    for (; !api.mayAsk() && seconds < 3_600; seconds++) {
      clock.advance(Duration.ofSeconds(1));
    }
    return Duration.ofSeconds(seconds);
  }

  @Test
  void waits_for_as_long_as_it_is_told_to() {
    simulator.mode(Mode.TOO_MANY_FOR);
    api.ask(Given.page("EA1"));
    simulator.mode(Mode.NORMAL);
    assertThat(leftAloneFor()).isEqualTo(Duration.ofSeconds(121));
    assertThat(api.ask(Given.page("EA1")).answers()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"SERVER_ERROR_ONCE, 2", "UNAUTHORISED_ONCE, 2"})
  void what_passes_at_once_is_not_even_told(Mode mode, int calls, CapturedOutput output) {
    simulator.mode(mode);
    assertThat(api.ask(Given.page("EA1")).answers()).hasSize(1);
    assertThat(simulator.calls()).isEqualTo(calls);
    assertThat(health.standing().lastFailure()).isNull();
    assertThat(output.getAll()).doesNotContain("not now");
  }

  @Test
  void a_page_ends_with_the_budget_and_what_was_not_asked_is_no_failure() {
    TrackingApi poor = api(Given.settings(simulator.url(), PASSWORD, DEADLINE, 12));
    PollAnswers first = poor.ask(Given.page("EA1", "EA2", "EA3"));
    assertThat(first.answers()).as("what is left is not enough for a whole question").hasSize(1);
    assertThat(first.unanswered()).isEmpty();
    assertThat(poor.mayAsk()).isFalse();
    assertThat(health.standing().lastFailure()).isNull();
    clock.advance(Duration.ofSeconds(31));
    assertThat(poor.mayAsk()).isTrue();
    assertThat(poor.ask(Given.page("EA2")).answers()).hasSize(1);
  }

  @Test
  void a_host_whose_certificate_nobody_knows_is_told_nothing() throws Exception {
    HttpsServer impostor = HttpsServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    impostor.setHttpsConfigurator(new HttpsConfigurator(server(new Authority("Nobody"))));
    AtomicInteger told = new AtomicInteger();
    impostor.createContext("/", exchange -> told.incrementAndGet());
    impostor.start();
    try {
      TrackingApi other = api("https://127.0.0.1:" + impostor.getAddress().getPort(), PASSWORD);
      assertThat(other.ask(Given.page("EA1", "EA2")).unanswered()).hasSize(1);
      assertThat(health.standing().lastFailureKind()).isEqualTo(Kind.NOT_TRUSTED);
      assertThat(told).hasValue(0);
    } finally {
      impostor.stop(0);
    }
  }

  private static SSLContext server(Authority authority) throws Exception {
    Signer signer = authority.server();
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    char[] none = new char[0];
    X509Certificate[] chain = {signer.certificate()};
    store.setKeyEntry("server", signer.keys().getPrivate(), none, chain);
    KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX");
    keys.init(store, none);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), null, null);
    return context;
  }

  @ParameterizedTest
  @CsvSource({
    "HTML, UNREADABLE",
    "ERROR_INSIDE, ERROR_INSIDE",
    "SERVER_ERROR, STATUS",
    "WRONG_ITEM, OTHER_ITEM",
    "HUGE, TOO_LARGE"
  })
  @Timeout(value = 10, unit = TimeUnit.SECONDS)
  void a_fault_of_one_item_holds_up_no_other(Mode mode, Kind kind, CapturedOutput output) {
    simulator.mode(mode, "EA2");
    PollAnswers answers = api.ask(Given.page("EA1", "EA2", "EA3"));
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
    try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
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
    return api(Given.settings(url, password, DEADLINE));
  }

  private TrackingApi api(TrackingSettings settings) {
    health = new TrackingHealth(settings, clock);
    Line line = new Line(settings, health, Given.passing(clock));
    return new TrackingApi(line, new Timetable(settings), clock);
  }

  private static SimulatedEntry entry(String code, int hour) {
    return new SimulatedEntry(
        LocalDateTime.of(2026, 11, 22, hour, 5, 7), code, "Tên mẫu", "Nơi mẫu");
  }
}
