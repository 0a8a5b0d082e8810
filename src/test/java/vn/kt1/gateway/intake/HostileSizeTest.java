package vn.kt1.gateway.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import vn.kt1.gateway.shipment.Fault.Code;
import vn.kt1.gateway.shipment.Rejected;

/** A value or a line of millions ends the reading before it fills the heap. */
class HostileSizeTest {

  private final Desk desk = new Desk();

  @Test
  void a_value_of_millions_of_objects_is_no_hand_off() {
    assertMalformed("json", "{\"x\":[" + "{},".repeat(2_000_000) + "{}]}");
    assertMalformed("json", "{\"envelopes\":[[" + "1,".repeat(2_000_000) + "1]]}");
  }

  @Test
  void a_line_of_millions_of_cells_is_no_table() {
    String header = "sender,handed_off_at,envelope_id,recipient_code\n";
    assertMalformed("csv", header + "x" + ",x".repeat(3_000_000));
    assertMalformed("csv", ",x".repeat(3_000_000));
  }

  /** What decides the fate of a file is told, however much else is wrong before. */
  @Test
  void the_gravest_fault_is_named_behind_ten_thousand_lesser_ones() {
    String bad = "{\"envelopeId\":\"1\",\"recipient\":{\"code\":\"H24.31\"},\"weightGrams\":0},";
    String json =
        "{\"handOffId\":\"1\",\"sender\":\"H24.16\",\"handedOffAt\":\"2026-11-22T09:00:00+07:00\","
            + "\"envelopes\":["
            + bad.repeat(11_000)
            + "{\"z\":1}]}";
    Rejected rejected =
        Desk.refused(
            () -> desk.handOver("json", "HP-1.json", json.getBytes(StandardCharsets.UTF_8)));
    assertThat(rejected.code()).isEqualTo(Code.UNKNOWN_FIELD);
  }

  private void assertMalformed(String language, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    Rejected rejected = Desk.refused(() -> desk.handOver(language, "HP-1." + language, bytes));
    assertThat(rejected.code()).isEqualTo(Code.MALFORMED);
  }
}
