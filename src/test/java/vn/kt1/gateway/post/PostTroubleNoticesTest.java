package vn.kt1.gateway.post;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.kt1.gateway.directory.DirectoryFolder;
import vn.kt1.gateway.notice.Notice;
import vn.kt1.gateway.shipment.Text;
import vn.kt1.gateway.shipment.Trouble;

/** Who is told what of the post's answers, and in which words. */
class PostTroubleNoticesTest {

  private final PostTroubleNotices notices =
      new PostTroubleNotices(DirectoryFolder.read(Path.of("src/test/resources/sandbox/config")));

  @Test
  void the_sender_of_a_refused_order_is_told_by_the_shipment() {
    Notice notice = notices.tellSender(refused("hp-eoffice"));
    assertThat(notice.kind()).isEqualTo(Notice.Kind.ERROR);
    assertThat(notice.subject()).isEqualTo("[KT1] ERROR 7Q2M-9XKD-4TNB-C");
    assertThat(notice.recipient()).isEqualTo(Notice.Recipient.partner("hp-eoffice"));
    assertThat(notice.text()).contains("HP-1", "E-1", "7Q2M-9XKD-4TNB-C");
    assertThat(notices.tellSender(refused("clerk:H24.61"))).isNull();
    assertThat(notices.tellSender(PostTrouble.contradicting("r.csv-00000000", List.of("O-1"))))
        .isNull();
    assertThat(notices.tellSender(missing())).isNull();
  }

  @Test
  void the_operators_are_told_of_all_by_ids() {
    Trouble refused = notices.describe(refused("hp-eoffice"));
    assertThat(refused.source()).isEqualTo("order-refused");
    assertThat(refused.reference()).isEqualTo("r.csv-00000000");
    assertThat(refused.what().en()).contains("O-7Q2M-9XKD-4TNB-C, O-2", "r.csv", "2 orders");
    assertThat(notices.describe(missing()).what().en())
        .contains("KT1-ORDER_x.csv", "09:00 22/11/2026", "3 of its orders");
  }

  @Test
  void a_name_that_tells_a_degree_is_not_repeated() {
    String reference = PostTrouble.reference("KT1_A.csv", "0123456789abcdef");
    List<PostTrouble> troubles =
        List.of(PostTrouble.contradicting(reference, List.of("O-1")), PostTrouble.ahead(reference));
    assertThat(troubles)
        .map(notices::describe)
        .allSatisfy(told -> assertThat(told.reference()).isEqualTo("*-01234567"))
        .allSatisfy(told -> assertThat(told.toString()).doesNotContain("KT1_A"));
  }

  @Test
  void what_a_receipt_file_contradicts_is_one_mail() {
    Trouble told =
        notices.describe(PostTrouble.contradicting("r.csv-00000000", List.of("O-1", "O-2")));
    assertThat(told.source()).isEqualTo("receipt-contradicts");
    assertThat(told.what().en()).contains("r.csv", "2 orders", "O-1, O-2");
    List<String> many = IntStream.range(0, 51).mapToObj(i -> "O-" + i).toList();
    Text all = notices.describe(PostTrouble.contradicting("r.csv-00000000", many)).what();
    assertThat(all.vi()).contains("51 lệnh", "O-49 …").doesNotContain("O-50");
  }

  private static PostTrouble missing() {
    return PostTrouble.unanswered(
        "REF", "KT1-ORDER_x.csv", 3, Instant.parse("2026-11-22T02:00:00Z"));
  }

  private static PostTrouble refused(String partner) {
    return PostTrouble.refused(
        "r.csv-00000000",
        new PostTrouble.Ordered("O-7Q2M-9XKD-4TNB-C", "7Q2M-9XKD-4TNB-C", partner, "HP-1", "E-1"),
        List.of("O-7Q2M-9XKD-4TNB-C", "O-2"));
  }
}
