package vn.kt1.gateway.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.kt1.gateway.directory.DirectoryFolder;
import vn.kt1.gateway.shipment.Notice;
import vn.kt1.gateway.shipment.PostTrouble;
import vn.kt1.gateway.shipment.PostTrouble.Kind;
import vn.kt1.gateway.shipment.Trouble;

/** Who is told what of the post's answers, and in which words. */
class PostTroubleNoticesTest {

  private final PostTroubleNotices notices =
      new PostTroubleNotices(DirectoryFolder.read(Path.of("src/test/resources/sandbox/config")));

  @Test
  void the_sender_of_a_refused_order_is_told_by_the_shipment() {
    Notice notice = notices.tellSender(about(Kind.REFUSED, "hp-eoffice"));
    assertThat(notice.kind()).isEqualTo(Notice.Kind.ERROR);
    assertThat(notice.subject()).isEqualTo("[KT1] ERROR 7Q2M-9XKD-4TNB-C");
    assertThat(notice.recipient()).isEqualTo(Notice.Recipient.partner("hp-eoffice"));
    assertThat(notice.text()).contains("HP-1", "E-1", "7Q2M-9XKD-4TNB-C");
    assertThat(notices.tellSender(about(Kind.REFUSED, "clerk:H24.61"))).isNull();
    assertThat(notices.tellSender(about(Kind.CONTRADICTED, "hp-eoffice"))).isNull();
    assertThat(notices.tellSender(missing())).isNull();
  }

  @Test
  void the_operators_are_told_of_all_by_ids() {
    Trouble refused = notices.describe(about(Kind.REFUSED, "hp-eoffice"));
    assertThat(refused.source()).isEqualTo("order-refused");
    assertThat(refused.reference()).isEqualTo("REF");
    assertThat(refused.what().en()).contains("O-7Q2M-9XKD-4TNB-C", "KT1-ORDER_x.csv");
    assertThat(notices.describe(about(Kind.CONTRADICTED, "x")).what().vi())
        .contains("O-7Q2M-9XKD-4TNB-C");
    assertThat(notices.describe(missing()).what().en())
        .contains("KT1-ORDER_x.csv", "09:00 22/11/2026", "3 of its orders");
  }

  private static PostTrouble missing() {
    return new PostTrouble(
        new UUID(0, 1),
        Kind.UNANSWERED,
        "REF",
        "KT1-ORDER_x.csv",
        null,
        3,
        Instant.parse("2026-11-22T02:00:00Z"));
  }

  private static PostTrouble about(Kind kind, String partner) {
    return new PostTrouble(
        new UUID(0, 1),
        kind,
        "REF",
        "KT1-ORDER_x.csv",
        new PostTrouble.Ordered("O-7Q2M-9XKD-4TNB-C", "7Q2M-9XKD-4TNB-C", partner, "HP-1", "E-1"),
        0,
        null);
  }
}
