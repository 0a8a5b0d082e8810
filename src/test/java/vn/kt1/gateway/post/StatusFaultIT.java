package vn.kt1.gateway.post;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static vn.kt1.testing.HandOffs.envelope;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import vn.kt1.sandbox.Api;
import vn.kt1.testing.Gateway;
import vn.kt1.testing.HandOffs;
import vn.kt1.testing.PostTree;
import vn.kt1.testing.SharedGateway;
import vn.kt1.testing.Site;

/** What befalls files of the post on their way, on the OpenSSH server and a line that is cut. */
@Tag("nightly")
class StatusFaultIT {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir static Path temp;
  @RegisterExtension static final SharedGateway SHARED = SharedGateway.usual();

  private static Site site;
  private static PostTree post;
  private static Gateway gateway;
  private static Api api;

  private static final String ITEM = "EB300000018VN";

  @BeforeAll
  static void start() throws Exception {
    site = SHARED.site();
    post = new PostTree(site);
    api = SHARED.gateway().api("hp-eoffice");
    accepted("FAULTS", ITEM, HandOffs.ago(Duration.ofMinutes(1)));
  }

  @Test
  void a_line_cut_anywhere_in_a_download_delays_a_file_and_doubles_no_row() throws Exception {
    int cut = 0;
    for (int round = 0; round < 12; round++) {
      String name = "CUT-%02d.csv".formatted(round);
      String content = rows(ITEM, 200, "Cắt " + round);
      site.line().cutOnceAfter(1_500L + round * 1_500L);
      post.put("status", name, content);
      JsonNode result = post.result("status/.done/" + name);
      assertThat(result.path("applied").asInt() + result.path("duplicates").asInt())
          .as("of " + name)
          .isEqualTo(200);
      cut += site.line().toBeCut() ? 0 : 1;
      site.line().heal();
      assertThat(events("Cắt " + round)).isEqualTo(200);
    }
    assertThat(cut).as("rounds in which the line was cut").isGreaterThan(8);
  }

  @Test
  void a_file_that_is_not_what_its_checksum_says_is_put_aside_and_none_of_it_is_applied()
      throws Exception {
    String content = rows(ITEM, 5, "Sai tổng");
    Files.writeString(
        site.statuses().resolve("WRONG.csv.sha256"), HandOffs.sha256Line("WRONG.csv", "other"));
    site.put("from-post/status/WRONG.csv", content);
    JsonNode result = post.result("status/.failed/WRONG.csv");
    assertThat(result.path("code").asText()).isEqualTo("checksum");
    assertThat(result.path("rows").asInt()).isZero();
    assertThat(events("Sai tổng")).isZero();
  }

  @Test
  void one_bad_row_in_the_middle_of_thousands_loses_itself_only() throws Exception {
    String whole = rows(ITEM, 3_001, "Giữa");
    List<String> lines = whole.lines().toList();
    String bad = lines.get(1_501).replaceFirst(",10,", ",@@,");
    String content =
        IntStream.range(0, lines.size())
            .mapToObj(i -> i == 1_501 ? bad : lines.get(i))
            .collect(Collectors.joining("\n", "", "\n"));
    post.put("status", "MIDDLE.csv", content);
    JsonNode result = post.result("status/.done/MIDDLE.csv");
    assertThat(result.path("applied").asInt()).isEqualTo(3_000);
    assertThat(result.path("rejectedRows").size()).isEqualTo(1);
    assertThat(result.path("rejectedRows").get(0).path("row").asInt()).isEqualTo(1_501);
  }

  @Test
  void a_clock_of_the_post_a_day_behind_loses_no_news_and_one_ahead_moves_nothing()
      throws Exception {
    OffsetDateTime now = OffsetDateTime.now(ZoneOffset.ofHours(7)).truncatedTo(ChronoUnit.SECONDS);
    String behind = accepted("BEHIND", "EB300000021VN", now.minusDays(1).toString());
    assertThat(state(behind))
        .as("an order gives way, whatever the clocks say")
        .isEqualTo("ACCEPTED");
    post.put("status", "BEHIND.csv", row("EB300000021VN", "14", now.minusDays(1).plusHours(2)));
    post.result("status/.done/BEHIND.csv");
    assertThat(state(behind)).isEqualTo("DELIVERED");

    String ahead = accepted("AHEAD", "EB300000035VN", now.minusMinutes(1).toString());
    String later = row("EB300000035VN", "14", now.plusDays(1));
    post.put("status", "AHEAD.csv", later);
    JsonNode rejected = post.result("status/.done/AHEAD.csv").path("rejectedRows").get(0);
    assertThat(rejected.path("code").asText()).isEqualTo("bad-value");
    assertThat(rejected.path("detail").asText()).contains("EB300000035VN", "occurred_at");
    assertThat(state(ahead)).isEqualTo("ACCEPTED");
    post.put("status", "TRUE.csv", row("EB300000035VN", "14", now));
    post.result("status/.done/TRUE.csv");
    assertThat(state(ahead)).isEqualTo("DELIVERED");
  }

  /** Fifty thousand: FiftyThousandFilesIT. */
  int files() {
    return 2_000;
  }

  @Test
  // Without checksums: to be taken a file has been met twice, though far more lie there than are
  // taken between two listings. Hundreds show that; all of them would only take longer.
  void among_thousands_of_files_hundreds_are_taken_and_the_gateway_goes_on() throws Exception {
    Path folder = site.statuses();
    String content = row("EB399999992VN", "10", OffsetDateTime.parse("2026-11-22T10:00:00+07:00"));
    for (int i = 0; i < files(); i++) {
      Files.writeString(folder.resolve("MANY-%05d.csv".formatted(i)), content);
    }
    Path done = folder.resolve(".done");
    try {
      await().atMost(Duration.ofMinutes(2)).until(() -> many(done) >= 300);
    } finally {
      clear(folder);
    }
    post.put("status", "AFTER-MANY.csv", rows(ITEM, 1, "Sau cùng"));
    assertThat(post.result("status/.done/AFTER-MANY.csv").path("applied").asInt()).isEqualTo(1);
    assertThat(site.sql("select count(*) from waiting_event where item_code = 'EB399999992VN'"))
        .containsExactly("1");
  }

  private static void clear(Path folder) throws IOException {
    try (var rest = Files.newDirectoryStream(folder, "MANY-*.csv")) {
      for (Path file : rest) {
        Files.deleteIfExists(file);
      }
    }
  }

  private static long many(Path done) throws IOException {
    try (var files = Files.newDirectoryStream(done, "MANY-*.result.json")) {
      return StreamSupport.stream(files.spliterator(), false).count();
    }
  }

  private static String rows(String item, int count, String place) {
    OffsetDateTime start = OffsetDateTime.parse("2026-11-22T10:00:00+07:00");
    return PostTree.STATUS
        + IntStream.range(0, count)
            .mapToObj(i -> item + ",10,Tên mẫu," + start.plusSeconds(i) + "," + place + ",\n")
            .collect(Collectors.joining());
  }

  private static String row(String item, String code, OffsetDateTime at) {
    return PostTree.STATUS + item + "," + code + ",Tên mẫu," + at + ",Bưu cục mẫu,\n";
  }

  private static int events(String place) {
    return Integer.parseInt(
        site.sql("select count(*) from event where location = '" + place + "'").get(0));
  }

  private static String accepted(String id, String item, String at) throws Exception {
    String made =
        api.post("/hand-offs", HandOffs.json(id, envelope("E-1", "\"C\"", "")))
            .body()
            .path("shipments")
            .get(0)
            .path("shipmentId")
            .asText();
    await().atMost(PATIENCE).until(() -> post.file(made).isPresent());
    String row = "O-%s,%s,ACCEPTED,%s,%s,Bưu cục mẫu,100,\n".formatted(made, made, item, at);
    post.put("receipts", id + ".csv", PostTree.RECEIPT + row);
    post.result("receipts/.done/" + id + ".csv");
    return made;
  }

  private static String state(String id) {
    return api.get("/shipments/" + id).body().path("state").asText();
  }
}
