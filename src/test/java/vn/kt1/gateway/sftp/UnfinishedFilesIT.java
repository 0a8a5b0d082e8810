package vn.kt1.gateway.sftp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static vn.kt1.testing.HandOffs.csv;
import static vn.kt1.testing.HandOffs.sha256Line;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.kt1.testing.PartnerTree;
import vn.kt1.testing.PostTree;
import vn.kt1.testing.SharedGateway;
import vn.kt1.testing.Site;

/** Uploads that pause, temporary names, checksums left over, and what stays on the servers. */
@Tag("nightly")
class UnfinishedFilesIT {
  @RegisterExtension static final SharedGateway SHARED = SharedGateway.usual();

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private static Site site;
  private static PartnerTree partner;
  private static PostTree post;

  @BeforeAll
  static void start() {
    site = SHARED.site();
    partner = new PartnerTree(site, "hp-eoffice");
    post = new PostTree(site);
  }

  /** The writer goes on in the file that was moved meanwhile, as over SFTP. */
  @Test
  void a_hand_off_whose_upload_paused_ends_with_all_its_envelopes() throws Exception {
    String whole = csv("U-PAUSE", 3);
    int pause = whole.indexOf("U-PAUSE-3");
    int third = whole.lastIndexOf('\n', pause) + 1;
    try (OutputStream writer = Files.newOutputStream(partner.outbox().resolve("pause.csv"))) {
      writer.write(whole.substring(0, third).getBytes(UTF_8));
      writer.flush();
      JsonNode early = partner.receipt("pause.csv");
      assertThat(early.path("shipments")).hasSize(2);
      partner.awaitDone("pause.csv");
      writer.write(whole.substring(third).getBytes(UTF_8));
    }
    await()
        .atMost(PATIENCE)
        .until(() -> partner.receipt("pause.csv").path("shipments").size() == 3);
    partner.awaitDone("pause.csv");
    assertThat(partner.outbox().resolve(".done/pause.csv")).hasContent(whole);
    assertThat(partner.rejected().resolve("pause.csv.error.json")).doesNotExist();
    assertThat(told("file-changed")).contains("operators", "hp-eoffice");
    String again = whole.replace("\n", "\r\n");
    partner.drop("pause-again.csv", again);
    assertThat(partner.receipt("pause-again.csv").path("shipments")).hasSize(3);
  }

  @Test
  void a_status_file_whose_upload_paused_ends_with_all_its_rows_counted() throws Exception {
    String row = "EB300000035VN,10,Đang đi,2026-01-01T00:00:0%d+07:00,,\n";
    Path file = site.statuses().resolve("PAUSE.csv");
    try (OutputStream writer = Files.newOutputStream(file)) {
      writer.write((PostTree.STATUS + row.formatted(1) + row.formatted(2)).getBytes(UTF_8));
      writer.flush();
      assertThat(post.result("status/.done/PAUSE.csv").path("rows").asInt()).isEqualTo(2);
      writer.write(row.formatted(3).getBytes(UTF_8));
    }
    await()
        .atMost(PATIENCE)
        .until(() -> post.result("status/.done/PAUSE.csv").path("rows").asInt() == 3);
    assertThat(told("file-changed")).contains("operators");
  }

  /** Every such name: FileNameTest. */
  @ParameterizedTest
  @ValueSource(strings = {"filepart", "in_progress", "TMP"})
  void a_temporary_name_is_left_alone_until_it_is_renamed(String ending) throws Exception {
    String name = "temp-" + ending + ".csv";
    String content = csv("U-TEMP-" + ending, 2);
    Path temporary = partner.outbox().resolve(name + "." + ending);
    Files.writeString(temporary, content.substring(0, content.length() / 2));
    partner.drop(name + ".sha256", sha256Line(name, content));
    partner.drop("beside-" + ending + ".csv", csv("U-BESIDE-" + ending, 1));
    partner.awaitDone("beside-" + ending + ".csv");
    assertThat(temporary).exists();
    Files.writeString(temporary, content);
    Files.move(temporary, partner.outbox().resolve(name));
    assertThat(partner.receipt(name).path("shipments")).hasSize(2);
    partner.awaitDone(name);
    partner.awaitGone(name + ".sha256");
  }

  /** Each day's file comes first, and its checksum when it has been taken. */
  @Test
  void a_checksum_that_comes_late_never_condemns_the_next_file_of_that_name() throws Exception {
    String row = "EB300000049VN,10,Đang đi,2026-01-01T00:00:0%d+07:00,,\n";
    String before = null;
    for (int day = 1; day <= 3; day++) {
      String content = PostTree.STATUS + row.formatted(day).repeat(day);
      if (before != null) {
        Files.writeString(
            site.statuses().resolve("DAILY.csv.sha256"), sha256Line("DAILY.csv", before));
      }
      Files.writeString(site.statuses().resolve("DAILY.csv"), content);
      int rows = day;
      await()
          .atMost(PATIENCE)
          .until(() -> post.result("status/.done/DAILY.csv").path("rows").asInt() == rows);
      await().atMost(PATIENCE).until(() -> !Files.exists(site.statuses().resolve("DAILY.csv")));
      before = content;
    }
    assertThat(site.statuses().resolve(".failed/DAILY.csv")).doesNotExist();
    assertThat(site.statuses().resolve("DAILY.csv.sha256")).doesNotExist();
  }

  @Test
  void a_checksum_older_than_its_file_and_one_without_a_file_are_removed_and_told()
      throws Exception {
    Path old = partner.outbox().resolve("old.csv.sha256");
    Files.writeString(old, sha256Line("old.csv", "the file of last week"));
    Files.setLastModifiedTime(old, FileTime.from(Instant.now().minus(Duration.ofDays(7))));
    partner.drop("old.csv", csv("U-OLD", 1));
    partner.drop("alone.csv.sha256", sha256Line("alone.csv", "never came"));
    assertThat(partner.receipt("old.csv").path("shipments")).hasSize(1);
    partner.awaitGone("old.csv.sha256");
    partner.awaitGone("alone.csv.sha256");
    await().atMost(PATIENCE).until(() -> told("checksum-left").contains("operators"));
    assertThat(partner.rejected().resolve("old.csv.error.json")).doesNotExist();
  }

  @Test
  void other_digests_are_neither_files_nor_incidents() {
    List<String> digests = List.of("d.csv.md5", "d.csv.sha1", "d.csv.sha256.txt");
    digests.forEach(name -> partner.drop(name, "0123456789abcdef0123456789abcdef"));
    String csv = csv("U-DIGEST", 1);
    partner.drop("d.csv.SHA256", sha256Line("d.csv", csv).toUpperCase());
    partner.drop("d.csv", csv);
    partner.awaitDone("d.csv");
    partner.awaitGone("d.csv.SHA256");
    for (String name : digests) {
      assertThat(partner.outbox().resolve(name)).exists();
      assertThat(partner.rejected().resolve(name + ".error.json")).doesNotExist();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"2062-01-01T00:00:00Z", "2105-12-31T00:00:00Z", "1970-01-02T00:00:00Z"})
  void a_file_of_any_date_is_taken_and_its_time_in_done_counts_from_then(String date)
      throws Exception {
    String name = "date-" + date.substring(0, 4) + ".csv";
    Path file = partner.outbox().resolve(name + ".part");
    Files.writeString(file, csv("U-DATE-" + date.substring(0, 4), 1));
    Files.setLastModifiedTime(file, FileTime.from(Instant.parse(date)));
    Files.move(file, partner.outbox().resolve(name));
    assertThat(partner.receipt(name).path("shipments")).hasSize(1);
    partner.awaitDone(name);
    Path done = partner.outbox().resolve(".done").resolve(name);
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                Files.getLastModifiedTime(done)
                    .toInstant()
                    .isAfter(Instant.now().minus(Duration.ofMinutes(2))));
    assertThat(Files.getLastModifiedTime(done).toInstant()).isBefore(Instant.now());
  }

  @Test
  void a_taken_file_leaves_done_after_its_time_and_the_posts_stay() throws Exception {
    partner.drop("kept.csv", csv("U-KEPT", 1));
    partner.awaitDone("kept.csv");
    post.put("status", "KEPT.csv", PostTree.STATUS + "EB300000052VN,10,x,2026-01-01T00:00:00Z,,\n");
    post.result("status/.done/KEPT.csv");
    Path theirs = partner.outbox().resolve(".done/kept.csv");
    Path posts = site.statuses().resolve(".done/KEPT.csv");
    FileTime old = FileTime.from(Instant.now().minus(Duration.ofDays(31)));
    Files.setLastModifiedTime(posts, old);
    Files.setLastModifiedTime(theirs, old);
    await().atMost(PATIENCE).until(() -> !Files.exists(theirs));
    assertThat(posts).exists();
    assertThat(partner.receipts().resolve("kept.csv.receipt.json")).exists();
  }

  @Test
  void a_later_success_ends_the_answer_of_an_earlier_refusal() throws Exception {
    partner.drop("mended.csv", csv("U-MENDED", 1).replace("H24.16", "H48.16"));
    assertThat(partner.error("mended.csv").path("code").asText()).isEqualTo("sender-not-yours");
    partner.awaitGone("mended.csv");
    partner.drop("mended.csv", csv("U-MENDED", 1));
    partner.awaitDone("mended.csv");
    assertThat(partner.rejected().resolve("mended.csv.error.json")).doesNotExist();
    post.put("status", "MENDED.csv", "nothing,of,this\n1,2,3\n");
    post.result("status/.failed/MENDED.csv");
    post.put("status", "MENDED.csv", PostTree.STATUS);
    post.result("status/.done/MENDED.csv");
    assertThat(site.statuses().resolve(".failed/MENDED.csv.result.json")).doesNotExist();
    assertThat(told("post-file-refused")).contains("operators");
  }

  @ParameterizedTest
  @ValueSource(strings = {"from-post", "from-post/bien-nhan"})
  void a_file_of_the_post_in_another_folder_is_answered_and_told(String where) throws Exception {
    Path folder = Files.createDirectories(site.ssh().root().resolve(where));
    Files.writeString(folder.resolve("STRAY.xls"), "order_id,result\n");
    Path result = folder.resolve(".failed/STRAY.xls.result.json");
    await().atMost(PATIENCE).until(() -> Files.exists(result));
    await().atMost(PATIENCE).until(() -> !Files.exists(folder.resolve("STRAY.xls")));
    assertThat(Files.readString(result)).contains("\"code\":\"file-name\"", "/from-post/status/");
    assertThat(told("post-file-refused")).contains("operators");
  }

  @Test
  void an_unfinished_file_of_ours_is_cleared_and_another_is_not() throws Exception {
    Path orders = site.orders();
    Path ours = Files.writeString(orders.resolve("KT1-ORDER_x_20260101T000000_0001.csv.part"), "1");
    Files.writeString(orders.resolve("KT1-ORDER_x_20260101T000000_0001.csv"), "whole");
    Path dead = Files.writeString(orders.resolve("KT1-CANCEL_O-X.csv.part"), "1");
    Path theirs = Files.writeString(orders.resolve("notes.part"), "1");
    await().atMost(PATIENCE).until(() -> !Files.exists(ours) && !Files.exists(dead));
    assertThat(theirs).exists();
    Files.delete(theirs);
    Files.delete(orders.resolve("KT1-ORDER_x_20260101T000000_0001.csv"));
  }

  /** Who is owed a mail of that kind of trouble. */
  private static List<String> told(String source) {
    return site.sql(
        "select distinct substr(recipient, 1 + strpos(recipient, ' ')) from dispatch where"
            + " starts_with(occasion, '"
            + source
            + " ')");
  }
}
