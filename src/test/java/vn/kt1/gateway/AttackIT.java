package vn.kt1.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.kt1.gateway.directory.Caller.Role;
import vn.kt1.sandbox.Api;
import vn.kt1.testing.HandOffs;

/**
 * Five ways to keep the gateway busy, and a caller beside each who does nothing wrong and waits for
 * less than a second.
 */
class AttackIT extends RestGateway {

  private static final Duration A_SECOND = Duration.ofSeconds(1);

  private final ExecutorService attackers = Executors.newCachedThreadPool();

  /** How long each attack goes on; longer: {@link LongAttackIT}. */
  Duration lasts() {
    return Duration.ofSeconds(4);
  }

  @AfterEach
  void stop() {
    attackers.shutdownNow();
  }

  @Test
  void logins_that_come_a_byte_at_a_time() throws Exception {
    List<Socket> lines = new ArrayList<>();
    try {
      for (int i = 0; i < 205; i++) {
        lines.add(
            said(
                "POST /console/login HTTP/1.1\r\nHost: x\r\nContent-Length: 3000\r\n"
                    + "Content-Type: application/x-www-form-urlencoded\r\n\r\nusername="));
      }
      AtomicBoolean ended = new AtomicBoolean();
      attackers.submit(() -> drip(lines, ended));
      othersAreServed("dripped logins");
      ended.set(true);
    } finally {
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
      assertThat(lines).hasSizeGreaterThan(64);
    } finally {
      for (Socket line : lines) {
        line.close();
      }
    }
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

  /** A well-behaved caller, for as long as the attack goes on. */
  private void othersAreServed(String attack) {
    List<Duration> waits = new ArrayList<>();
    long until = System.nanoTime() + lasts().toNanos();
    while (System.nanoTime() < until) {
      long asked = System.nanoTime();
      assertThat(post(partner("hp-eoffice"), secret(freshId())).statusCode()).isEqualTo(201);
      assertThat(get(partner("hp-eoffice"), "/shipments?limit=1").statusCode()).isEqualTo(200);
      waits.add(Duration.ofNanos(System.nanoTime() - asked).dividedBy(2));
    }
    Collections.sort(waits);
    System.out.printf(
        "%s: %d calls, median %s, longest %s%n",
        attack, waits.size(), waits.get(waits.size() / 2), waits.get(waits.size() - 1));
    assertThat(waits.get(waits.size() * 9 / 10)).as("nine in ten answers").isLessThan(A_SECOND);
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
    Socket line = new Socket();
    line.setReceiveBufferSize(2048);
    line.connect(new InetSocketAddress("127.0.0.1", port()));
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
                number -> "{\"envelopeId\": \"" + number + "\", \"recipient\": {\"code\": \"H48.31\"}}")
            .collect(Collectors.joining(","));
    return "{\"handOffId\": \"%s\", \"sender\": \"H48.16\", \"handedOffAt\": \"%s\", \"envelopes\": [%s]}"
        .formatted(id, now(), envelopes);
  }
}
