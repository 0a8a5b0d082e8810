package vn.kt1.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.kt1.sandbox.Credentials;
import vn.kt1.testing.FreePort;
import vn.kt1.testing.HandOffs;
import vn.kt1.testing.Jar;
import vn.kt1.testing.PartnerTree;
import vn.kt1.testing.Site;

/** The largest file the contract allows, in a small heap, and nobody else waits for it. */
@Tag("nightly")
class LargeFilesIT {

  private static final int ROWS = 100_000;
  private static final String HEAP = "-Xmx512m";
  private static final Duration LARGE = Duration.ofSeconds(300);

  private static final String TOKEN = Credentials.freshSecret();

  @TempDir static Path temp;
  private static Site site;
  private static Jar gateway;
  private static int port;

  @BeforeAll
  static void start() throws Exception {
    site = Site.in(temp);
    site.largestFile("32MB");
    port = FreePort.next();
    gateway =
        Jar.start(site, new Jar.Ports(port, 0), List.of(HEAP, "-XX:+ExitOnOutOfMemoryError"))
            .awaitReady();
    String digest = HandOffs.sha256(TOKEN.getBytes(StandardCharsets.UTF_8));
    site.execute(
        "insert into partner_token (token_sha256, partner, created_at, expires_at) values ('"
            + digest
            + "', 'hp-eoffice', '2026-01-01', '2999-01-01')");
  }

  @AfterAll
  static void stop() throws Exception {
    gateway.close();
    site.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"csv", "xlsx"})
  void takes_a_hundred_thousand_rows_while_another_partners_files_pass(String ending)
      throws Exception {
    String id = "LARGE-" + ending;
    byte[] content = content(ending, id);
    PartnerTree large = new PartnerTree(site, "hp-eoffice");
    Path receipt = large.receipts().resolve("large." + ending + ".receipt.json");

    large.drop("large." + ending, content);
    int passed = passSmallOnesUntil(receipt, ending);

    assertThat(passed).as("small files answered meanwhile").isPositive();
    assertThat(shipments(receipt)).hasSize(ROWS);
    assertThat(site.sql("select count(*) from shipment where envelope_id like '" + id + "-%'"))
        .containsExactly("" + ROWS);

    assertThat(gateway.log()).doesNotContain("OutOfMemoryError");
    assertThat(gateway.alive()).isTrue();
    if (ending.equals("csv")) { // what follows knows nothing of the language
      givesTheFirstReceiptAgain(id, content, large, receipt);
    }
  }

  private static void givesTheFirstReceiptAgain(
      String id, byte[] content, PartnerTree large, Path receipt) throws Exception {
    assertThat(Files.mismatch(receipt, fetched(id))).as("the same by the API").isEqualTo(-1);
    large.drop("again.csv", content);
    Path again = large.receipts().resolve("again.csv.receipt.json");
    await().atMost(LARGE).until(() -> gone() || Files.exists(again));
    assertThat(gateway.log()).doesNotContain("OutOfMemoryError");
    assertThat(Files.mismatch(receipt, again)).as("the first receipt, byte for byte").isEqualTo(-1);
    assertThat(gateway.alive()).isTrue();
  }

  private static byte[] content(String ending, String id) throws IOException {
    return switch (ending) {
      case "csv" -> HandOffs.csv(id, ROWS).getBytes(StandardCharsets.UTF_8);
      case "xlsx" -> HandOffs.xlsx(id, ROWS);
      default -> throw new IllegalArgumentException(ending);
    };
  }

  /** Each has its receipt within the patience of {@link PartnerTree}; how many there were. */
  private static int passSmallOnesUntil(Path receipt, String ending) throws IOException {
    PartnerTree small = new PartnerTree(site, "qn-eoffice");
    long end = System.nanoTime() + LARGE.toNanos();
    int passed = 0;
    while (!Files.exists(receipt) && !gone() && System.nanoTime() < end) {
      String id = "SMALL-" + ending + "-" + passed;
      small.drop(id + ".csv", HandOffs.csv(id, 1).replace("H24.16", "H48.16"));
      assertThat(small.receipt(id + ".csv").path("shipments")).hasSize(1);
      passed++;
    }
    assertThat(receipt).as(gateway.log()).exists();
    return passed;
  }

  /** The receipt as the API gives it, in a file. */
  private static Path fetched(String handOffId) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create("http://127.0.0.1:" + port + "/api/v1/hand-offs/" + handOffId))
            .header("Authorization", "Bearer " + TOKEN)
            .build();
    Path file = temp.resolve(handOffId + ".json");
    assertThat(HttpClient.newHttpClient().send(request, BodyHandlers.ofFile(file)).statusCode())
        .isEqualTo(200);
    return file;
  }

  private static boolean gone() {
    return !gateway.alive();
  }

  private static Set<String> shipments(Path receipt) throws IOException {
    Set<String> ids = new HashSet<>();
    try (JsonParser json = new JsonFactory().createParser(receipt.toFile())) {
      for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
        if (token == JsonToken.VALUE_STRING && "shipmentId".equals(json.currentName())) {
          ids.add(json.getText());
        }
      }
    }
    return ids;
  }
}
