package vn.kt1.gateway.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.kt1.gateway.shipment.Network;
import vn.kt1.gateway.shipment.Reason;
import vn.kt1.gateway.shipment.Recipient;
import vn.kt1.gateway.shipment.Sha256;
import vn.kt1.gateway.shipment.Text;

class RowJsonTest {

  @Test
  void a_digest_is_that_of_the_text_in_utf_8() {
    List<Object> values =
        Arrays.asList(
            "Số 38 Lê Đại Hành \"a\"\\\n\u2028\u0001",
            "\ud83d\udc8c \ud842\udfb7",
            Instant.parse("2026-11-22T02:00:00.123456Z"),
            new Recipient("H24.31", null, "\ud83d\udce6 Hải Phòng", null),
            List.of(Network.KT1, 7, true));
    for (Object value : values) {
      assertThat(RowJson.sha256(value)).isEqualTo(Sha256.of(RowJson.write(value)));
    }
    assertThat(RowJson.write("\ud83d\udc8c")).isEqualTo("\"\ud83d\udc8c\"");
  }

  /** Also when so many were written that no more are remembered. */
  @Test
  void a_reason_is_written_alike_for_the_first_time_and_again() {
    for (int number = 0; number < 1_200; number++) {
      Text detail = new Text("Bì \"Mật\" \ud83d\udce6\n" + number, "a\\b\u0001");
      List<Reason> reasons = List.of(new Reason("a-rule", "QĐ 32", detail));
      String json =
          "[{\"rule\":\"a-rule\",\"basis\":\"QĐ 32\",\"detail\":{\"vi\":\"Bì \\\"Mật\\\""
              + " \ud83d\udce6\\n%d\",\"en\":\"a\\\\b\\u0001\"}}]".formatted(number);
      for (int again = 0; again < 2; again++) {
        assertThat(RowJson.write(reasons)).isEqualTo(json);
        assertThat(RowJson.sha256(reasons)).isEqualTo(Sha256.of(json));
      }
    }
  }
}
