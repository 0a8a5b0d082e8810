package vn.kt1.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.kt1.gateway.access.Logins;
import vn.kt1.gateway.directory.Caller.Role;
import vn.kt1.sandbox.Api;
import vn.kt1.sandbox.Credentials;
import vn.kt1.testing.Management;

/**
 * Five ways to keep the gateway busy, and a caller beside each who does nothing wrong and waits for
 * less than a second.
 */
@Tag("nightly")
class AttackIT extends RestGateway {

  private static final Pattern FORGERY = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
  private static final String FORM =
      "Host: x\r\n"
          + "Content-Length: 3000\r\n"
          + "Content-Type: application/x-www-form-urlencoded\r\n\r\n"
          + "a=";
  private static final String LOGIN = "POST /console/login HTTP/1.1\r\n" + FORM;
  private static final Duration A_SECOND = Duration.ofSeconds(1);

  private final ExecutorService attackers = Executors.newCachedThreadPool();

  /** How long each attack goes on; longer: LongAttackIT. */
  Duration lasts() {
    return Duration.ofSeconds(2);
  }

  @AfterAll
  static void leave_nothing_of_it_behind() {
    SHARED.spoil();
  }

  @AfterEach
  void stop() {
    attackers.shutdownNow();
  }

  @Test
  void logins_that_come_a_byte_at_a_time() throws Exception {
    dripped("dripped logins", LOGIN);
  }

  @Test
  void bodies_that_come_a_byte_at_a_time_wherever_they_are_sent() throws Exception {
    dripped(
        "dripped bodies",
        "POST /api/v1/hand-offs HTTP/1.1\r\n" + FORM,
        "PUT /api/v1/hand-offs HTTP/1.1\r\n" + FORM,
        "POST /nowhere HTTP/1.1\r\n" + FORM,
        "PUT /nowhere HTTP/1.1\r\n" + FORM,
        "POST /console/password HTTP/1.1\r\n" + FORM,
        "POST /console/login HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n1",
        "POST /api/v1/webhooks/vnpost HTTP/1.1\r\n" + FORM);
  }

  @Test
  void bodies_that_come_a_byte_at_a_time_on_the_management_port() throws Exception {
    List<Socket> lines = new ArrayList<>();
    open(lines, managementPort(), "POST /actuator/camelroutes/status/stop HTTP/1.1\r\n" + FORM);
    open(lines, managementPort(), "PUT /actuator/health HTTP/1.1\r\n" + FORM);
    drippedOn("dripped on the management port", lines);
  }

  private void dripped(String attack, String... heads) throws Exception {
    List<Socket> lines = new ArrayList<>();
    for (String head : heads) {
      open(lines, port(), head);
    }
    drippedOn(attack, lines);
  }

  /** More than there are threads. */
  private static void open(List<Socket> lines, int port, String head) throws IOException {
    for (int i = 0; i < 205; i++) {
      lines.add(said(port, head));
    }
  }

  private void drippedOn(String attack, List<Socket> lines) throws Exception {
    AtomicBoolean ended = new AtomicBoolean();
    try {
      attackers.submit(() -> drip(lines, ended));
      othersAreServed(attack);
    } finally {
      ended.set(true);
      for (Socket line : lines) {
        line.close();
      }
    }
  }

  @Test
  void receipts_that_are_never_read() throws Exception {
    String id = freshId();
    assertThat(post(partner("qn-eoffice"), many(id)).statusCode()).isEqualTo(201);
    String ask =
        "GET /api/v1/hand-offs/%s HTTP/1.1\r\nHost: x\r\nAuthorization: %s\r\n\r\n"
            .formatted(id, partner("qn-eoffice"));
    List<Socket> lines = Collections.synchronizedList(new ArrayList<>());
    AtomicBoolean ended = new AtomicBoolean();
    try {
      Future<?> asking =
          attackers.submit(
              () -> {
                while (!ended.get()) {
                  lines.add(said(ask));
                  LockSupport.parkNanos(Duration.ofMillis(40).toNanos());
                }
                return null;
              });
      othersAreServed("unread receipts");
      ended.set(true);
      asking.get();
      assertThat(lines).hasSizeGreaterThan(32);
      longUnread(lines.get(0), id);
    } finally {
      for (Socket line : lines) {
        line.close();
      }
    }
  }

  /** What became of an answer that nobody has read for as long as the attack lasted. */
  void longUnread(Socket line, String id) throws IOException {
    assertThat(line.getInputStream().read()).as("an answer had begun").isEqualTo('H');
  }

  @Test
  void names_full_of_marks() throws Exception {
    String marks = "e" + "\u0301".repeat(900_000);
    String body =
        handOff(freshId(), "H48.16", "H48.31", ", \"secrecy\": \"" + marks + "\"")
            .replace("\"code\": \"H48.31\"", "\"name\": \"" + marks.substring(0, 100) + "\"");
    atOnce(8, () -> post(partner("qn-eoffice"), body).statusCode());
    othersAreServed("combining marks");
  }

  @Test
  void slips_forty_at_once() throws Exception {
    String id = freshId();
    assertThat(post(partner("qn-eoffice"), many(id)).statusCode()).isEqualTo(201);
    Api viewer = SHARED.gateway().api("slip-viewer", Role.VIEWER);
    assertThat(viewer.bytes(viewer.request("/hand-offs/" + id).build()).statusCode())
        .as("let in before, or its password is looked at forty times")
        .isEqualTo(200);
    List<Future<Integer>> slips =
        atOnce(
            40,
            () ->
                viewer
                    .bytes(viewer.request("/hand-offs/" + id + "/slip?as=pdf").build())
                    .statusCode());
    othersAreServed("forty slips");
    List<Integer> answers = new ArrayList<>();
    for (Future<Integer> slip : slips) {
      answers.add(slip.get());
    }
    assertThat(answers).contains(200, 429).allMatch(status -> status == 200 || status == 429);
  }

  @Test
  void console_sessions_without_end() throws Exception {
    String name = "session-" + freshId().toLowerCase(Locale.ROOT);
    String password = Credentials.freshSecret();
    bean(Logins.class).put(name, password, Role.VIEWER, null, null);
    HttpClient browser = HttpClient.newHttpClient();
    HttpResponse<String> form = browser.send(console("/login").build(), BodyHandlers.ofString());
    Matcher token = FORGERY.matcher(form.body());
    assertThat(token.find()).isTrue();
    HttpRequest login =
        console("/login")
            .header("Cookie", cookie(form, "kt1-forms"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(
                BodyPublishers.ofString(
                    "username=%s&password=%s&_csrf=%s".formatted(name, password, token.group(1))))
            .build();
    AtomicBoolean ended = new AtomicBoolean();
    Queue<String> sessions = new ConcurrentLinkedQueue<>();
    List<Future<Integer>> asking =
        atOnce(
            8,
            () -> {
              int asked = 0;
              for (; !ended.get(); asked++) {
                HttpResponse<String> answer = browser.send(login, BodyHandlers.ofString());
                Optional.of(cookie(answer, "kt1-console"))
                    .filter(one -> !one.isEmpty())
                    .ifPresent(sessions::add);
              }
              return asked;
            });
    othersAreServed("console sessions");
    ended.set(true);
    int asked = 0;
    for (Future<Integer> one : asking) {
      asked += one.get();
    }
    assertThat(sessions).hasSizeBetween(5, asked / 2);
    int open = 0;
    for (String session : sessions) {
      HttpRequest home = console("").header("Cookie", session).build();
      open += browser.send(home, BodyHandlers.ofString()).statusCode() == 200 ? 1 : 0;
    }
    assertThat(open).isEqualTo(5);
  }

  private HttpRequest.Builder console(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + "/console" + path));
  }

  /** As it is to be sent back; empty when none was set. */
  private static String cookie(HttpResponse<?> answer, String name) {
    return answer.headers().allValues("Set-Cookie").stream()
        .filter(one -> one.startsWith(name + "="))
        .map(one -> one.replaceFirst(";.*", ""))
        .findFirst()
        .orElse("");
  }

  /** A well-behaved caller, for as long as the attack goes on. */
  private void othersAreServed(String attack) {
    List<Duration> waits = new ArrayList<>();
    Management management = SHARED.gateway().management();
    long until = System.nanoTime() + lasts().toNanos();
    while (System.nanoTime() < until) {
      waits.add(took(201, () -> post(partner("hp-eoffice"), secret(freshId())).statusCode()));
      waits.add(took(200, () -> get(partner("hp-eoffice"), "/shipments?limit=1").statusCode()));
      waits.add(took(200, () -> management.get("/actuator/health/liveness").statusCode()));
    }
    Collections.sort(waits);
    System.out.printf(
        "%s: %d calls, median %s, longest %s%n",
        attack, waits.size(), waits.get(waits.size() / 2), waits.get(waits.size() - 1));
    assertThat(waits.get(waits.size() * 9 / 10)).as("nine in ten answers").isLessThan(A_SECOND);
  }

  private static Duration took(int status, IntSupplier call) {
    long asked = System.nanoTime();
    assertThat(call.getAsInt()).isEqualTo(status);
    return Duration.ofNanos(System.nanoTime() - asked);
  }

  private <T> List<Future<T>> atOnce(int number, Callable<T> call) {
    CountDownLatch go = new CountDownLatch(number);
    return IntStream.range(0, number)
        .mapToObj(
            i ->
                attackers.submit(
                    () -> {
                      go.countDown();
                      go.await();
                      return call.call();
                    }))
        .toList();
  }

  private Socket said(String request) throws IOException {
    return said(port(), request);
  }

  private static Socket said(int port, String request) throws IOException {
    Socket line = new Socket();
    line.setReceiveBufferSize(2048);
    line.connect(new InetSocketAddress("127.0.0.1", port));
    line.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
    return line;
  }

  private static void drip(List<Socket> lines, AtomicBoolean ended) {
    while (!ended.get()) {
      long next = System.nanoTime() + Duration.ofSeconds(1).toNanos();
      for (Socket line : lines) {
        try {
          line.getOutputStream().write('a');
        } catch (IOException cut) {
          // As it should be.
        }
      }
      LockSupport.parkNanos(next - System.nanoTime());
    }
  }

  private static String many(String id) {
    String envelopes =
        IntStream.rangeClosed(1, 500)
            .mapToObj(
                number ->
                    "{\"envelopeId\": \"" + number + "\", \"recipient\": {\"code\": \"H48.31\"}}")
            .collect(Collectors.joining(","));
    return "{\"handOffId\": \"%s\", \"sender\": \"H48.16\", \"handedOffAt\": \"%s\", \"envelopes\": [%s]}"
        .formatted(id, now(), envelopes);
  }
}
