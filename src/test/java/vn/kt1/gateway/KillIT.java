package vn.kt1.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static vn.kt1.testing.Site.names;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.kt1.sandbox.Api;
import vn.kt1.sandbox.SimulatedPost;
import vn.kt1.testing.HandOffs;
import vn.kt1.testing.Jar;
import vn.kt1.testing.OpenSsh;
import vn.kt1.testing.PartnerTree;
import vn.kt1.testing.PostTree;
import vn.kt1.testing.Site;

/** SIGKILL at any moment: what was acknowledged is there once, and goes its way once. */
class KillIT {
  private static final int KILLS = 3;
  private static final int SENDERS = 3;

  @TempDir Path temp;
  private Site site;
  private SimulatedPost post;
  private String token;
  private int port;
  private final Queue<String> acknowledged = new ConcurrentLinkedQueue<>();
  private final Map<String, String> receipts = new ConcurrentHashMap<>();
  private final AtomicInteger next = new AtomicInteger();
  private final AtomicBoolean sending = new AtomicBoolean(true);

  @BeforeEach
  void start() throws Exception {
    site = Site.in(temp);
    port = OpenSsh.freePort();
    post =
        new SimulatedPost(
                site.ssh().root(),
                temp.resolve("memory"),
                Clock.systemUTC(),
                Duration.ofMillis(300))
            .start();
  }

  @AfterEach
  void stop() throws Exception {
    sending.set(false);
    post.close();
    site.close();
  }

  @Test
  void loses_and_doubles_nothing_when_it_is_killed_under_load() throws Exception {
    long seed = System.nanoTime();
    System.out.println("KillIT seed " + seed);
    Random random = new Random(seed);
    PostTree orders = new PostTree(site);
    ExecutorService senders = Executors.newFixedThreadPool(SENDERS);
    Jar gateway = Jar.start(site, port).awaitReady();
    try {
      token = Jar.run(site, site.environment(), "add-token", "hp-eoffice").output().strip();
      for (int sender = 0; sender < SENDERS; sender++) {
        senders.execute(this::send);
      }
      for (int kill = 0; kill < KILLS; kill++) {
        int before = acknowledged.size();
        await().atMost(Duration.ofSeconds(30)).until(() -> acknowledged.size() > before + 5);
        new PartnerTree(site, "hp-eoffice").drop("K-CSV-" + kill + ".csv", csv(kill));
        if (kill == 1) { // once with an order file just leaving
          int files = orders.files().size();
          await().atMost(Duration.ofSeconds(30)).until(() -> orders.files().size() > files);
        }
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(random.nextInt(3_000)));
        gateway.kill();
        gateway = Jar.start(site, port).awaitReady();
      }
      sending.set(false);
      senders.shutdown();
      assertThat(senders.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
      settle();
    } finally {
      sending.set(false);
      senders.shutdownNow();
      gateway.close();
    }
  }

  private static String csv(int kill) {
    return HandOffs.csv("K-CSV-" + kill, 3);
  }

  /** An e-office that sends each hand-off until it is acknowledged. */
  private void send() {
    Api api = new Api("http://127.0.0.1:" + port + "/api/v1", "Bearer " + token);
    while (sending.get()) {
      String id = "K-" + next.incrementAndGet();
      String body = HandOffs.json(id, 2);
      String receipt = null;
      while (receipt == null) {
        receipt = acknowledgement(api, body);
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(60));
      }
      receipts.put(id, receipt);
      acknowledged.add(id);
    }
  }

  private static String acknowledgement(Api api, String body) {
    try {
      Api.Answer answer = api.post("/hand-offs", body);
      if (answer.status() != 503) {
        assertThat(answer.status()).as("%s", answer.body()).isIn(200, 201);
        return answer.body().path("shipments").toString();
      }
    } catch (RuntimeException killedMeanwhile) {
      // comes again
    }
    return null;
  }

  private void settle() {
    Path outbox = site.partner("hp-eoffice").resolve("outbox");
    await().atMost(Duration.ofSeconds(60)).until(() -> names(outbox).isEmpty());
    await()
        .atMost(Duration.ofSeconds(90))
        .until(() -> site.sql("select 1 from shipment where state <> 'DELIVERED'").isEmpty());
    new PostTree(site).assertEachOrderOnce();
    assertThat(site.sql("select hand_off_id from hand_off where hand_off_id not like 'K-CSV%'"))
        .containsExactlyInAnyOrderElementsOf(acknowledged);
    assertThat(site.sql("select hand_off_id from hand_off where hand_off_id like 'K-CSV%'"))
        .hasSize(KILLS);
    receipts.forEach(
        (id, receipt) ->
            assertThat(
                    site.sql(
                        "select shipment_id from shipment join hand_off using (hand_off_key)"
                            + " where hand_off_id = '"
                            + id
                            + "'"))
                .hasSize(2)
                .allMatch(receipt::contains));
    assertThat(site.sql("select shipment_id from event where state = 'DELIVERED'"))
        .doesNotHaveDuplicates()
        .hasSize(2 * acknowledged.size() + 3 * KILLS);
    assertThat(site.sql("select 1 from parking")).isEmpty();
    for (int kill = 0; kill < KILLS; kill++) {
      assertThat(site.partner("hp-eoffice").resolve("receipts/K-CSV-" + kill + ".csv.receipt.json"))
          .satisfies(file -> assertThat(Files.exists(file)).isTrue());
    }
  }
}
