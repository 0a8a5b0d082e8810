package vn.kt1.gateway.sftp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static vn.kt1.testing.HandOffs.csv;
import static vn.kt1.testing.HandOffs.sha256Line;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.kt1.testing.PartnerTree;
import vn.kt1.testing.PostTree;
import vn.kt1.testing.SharedGateway;
import vn.kt1.testing.Site;

/**
 * A file that is still being written, on a gateway to which it is not finished before ten seconds
 * without a change. How that time is counted without a checksum: {@code DropTest}.
 */
class GrowingFileIT {
  @RegisterExtension static final SharedGateway SHARED = SharedGateway.tracked();

  private static Site site;
  private static PartnerTree partner;
  private static PostTree post;

  @BeforeAll
  static void start() {
    site = SHARED.site();
    partner = new PartnerTree(site, "hp-eoffice");
    post = new PostTree(site);
  }

  @Test
  void a_partners_is_taken_only_when_it_is_what_its_checksum_says() throws Exception {
    String whole = csv("GROWS", 40);
    partner.drop("grows.csv.sha256", sha256Line("grows.csv", whole));
    Path file = partner.outbox().resolve("grows.csv");
    for (int quarter = 1; quarter < 4; quarter++) {
      Files.writeString(file, whole.substring(0, quarter * whole.length() / 4));
      anotherPasses("beside-" + quarter);
      assertThat(file).exists();
    }
    Files.writeString(file, whole);
    assertThat(partner.receipt("grows.csv").path("shipments")).hasSize(40);
    partner.awaitDone("grows.csv");
    partner.awaitGone("grows.csv.sha256");
    assertThat(partner.rejected().resolve("grows.csv.error.json")).doesNotExist();
  }

  @Test
  void half_a_file_of_the_post_waits_for_its_other_half() throws Exception {
    String content =
        PostTree.STATUS + "EB300000021VN,10,Nửa tệp,2026-01-01T00:00:00Z,,\n".repeat(20);
    Path file = site.statuses().resolve("HALF.csv");
    Files.writeString(site.statuses().resolve("HALF.csv.sha256"), sha256Line("HALF.csv", content));
    Files.writeString(file, content.substring(0, content.length() / 2));
    post.put("status", "WHOLE.csv", PostTree.STATUS);
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> !Files.exists(site.statuses().resolve("WHOLE.csv")));
    assertThat(Files.exists(file)).isTrue();
    Files.writeString(file, content);
    assertThat(post.result("status/.done/HALF.csv").path("rows").asInt()).isEqualTo(20);
  }

  /** The growing one was looked at: it was there when this one came and went. */
  private static void anotherPasses(String id) throws Exception {
    String content = csv(id, 1);
    partner.drop(id + ".csv.sha256", sha256Line(id + ".csv", content));
    partner.drop(id + ".csv", content);
    partner.receipt(id + ".csv");
  }
}
