package vn.kt1.gateway.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.kt1.gateway.directory.Caller;
import vn.kt1.gateway.directory.Caller.Role;
import vn.kt1.gateway.ledger.ShipmentAnswerTest;
import vn.kt1.gateway.ledger.ShipmentPage;
import vn.kt1.gateway.ledger.ShipmentParameters;
import vn.kt1.gateway.ledger.ShipmentQuery;
import vn.kt1.gateway.shipment.Decision;
import vn.kt1.gateway.shipment.Fault;
import vn.kt1.gateway.shipment.Fault.Code;
import vn.kt1.gateway.shipment.Network;
import vn.kt1.gateway.shipment.Rejected;
import vn.kt1.gateway.shipment.ShipmentState;

class ParametersTest {

  private static final Caller CALLER = new Caller("hp-eoffice", Role.PARTNER, Set.of(), null);

  @Test
  void nothing_asked_is_the_first_fifty() {
    assertThat(query(Map.of()))
        .isEqualTo(
            new ShipmentQuery(
                null, null, null, null, null, null, null, null, null, null, null, 50));
  }

  @Test
  void every_filter_is_read() {
    ShipmentQuery query =
        query(
            Map.of(
                "unit", "000.00.16.h24",
                "state", "HELD",
                "network", "KT1",
                "decision", "HELD",
                "itemCode", "rr 123 456 785 vn",
                "orderId", "O-7Q2M-9XKD",
                "from", "2026-11-22T09:00:00 07:00",
                "to", "2026-11-23T00:00:00Z",
                "limit", "200"));
    assertThat(query)
        .isEqualTo(
            new ShipmentQuery(
                "H24.16",
                ShipmentState.HELD,
                Network.KT1,
                Decision.Outcome.HELD,
                "RR123456785VN",
                null,
                null,
                "O-7Q2M-9XKD",
                Instant.parse("2026-11-22T02:00:00Z"),
                Instant.parse("2026-11-23T00:00:00Z"),
                null,
                200));
  }

  @Test
  void a_cursor_leads_behind_the_last_row() {
    var last = ShipmentAnswerTest.secret(null);
    var next = new ShipmentQuery.Cursor(last.handedOffAt(), last.shipmentId());
    String cursor = ShipmentParameters.cursor(new ShipmentPage(List.of(last), next));
    assertThat(query(Map.of("cursor", String.valueOf(cursor))).after()).isEqualTo(next);
    assertThat(ShipmentParameters.cursor(new ShipmentPage(List.of(last), null))).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "limit, 0",
    "limit, 201",
    "limit, many",
    "limit, 99999999999",
    "state, held",
    "network, post",
    "decision, MAYBE",
    "from, yesterday",
    "from, 2026-02-30T00:00:00Z",
    "to, 2026-11-22T00:00:00",
    "from, +999999999-12-31T00:00:00Z",
    "to, -999999-01-01T00:00:00Z",
    "to, 2200-01-01T00:00:00Z",
    "cursor, !",
    "cursor, QQ"
  })
  void what_cannot_be_read_is_told_by_name(String name, String value) {
    assertThat(faults(Map.of(name, value))).containsExactly("bad-parameter /" + name);
  }

  @Test
  void a_forged_cursor_is_refused() {
    for (String text :
        List.of(
            "2026-11-22T00:00:00Z A\u0000B",
            "2026-11-22T00:00:00Z x' or 1=1",
            "+1000000000-12-31T23:59:59Z KT1",
            "-1000000000-01-01T00:00:00Z KT1",
            "2026-11-22T00:00:00Z KT1 KT1",
            " ")) {
      String cursor =
          Base64.getUrlEncoder().encodeToString(text.getBytes(StandardCharsets.US_ASCII));
      assertThat(faults(Map.of("cursor", cursor))).containsExactly("bad-parameter /cursor");
    }
  }

  @Test
  void control_characters_reach_no_query() {
    assertThat(faults(Map.of("unit", "H24\u0000"))).containsExactly("bad-parameter /unit");
  }

  @Test
  void every_fault_is_told_and_no_name_of_a_stranger() {
    assertThat(faults(Map.of("limit", "0", "state", "x", "secret", "y")))
        .containsExactlyInAnyOrder(
            "bad-parameter /limit", "bad-parameter /state", "bad-parameter ");
  }

  @Test
  void a_slip_comes_as_pdf_only() {
    Parameters parameters = Parameters.of(call(Map.of("as", "docx")));
    parameters.only("as", "pdf");
    assertThat(catchThrowableOfType(Rejected.class, parameters::end).code())
        .isEqualTo(Code.BAD_PARAMETER);
  }

  private static ShipmentQuery query(Map<String, String> given) {
    return ShipmentParameters.query(Parameters.of(call(given)));
  }

  private static List<String> faults(Map<String, String> given) {
    return catchThrowableOfType(Rejected.class, () -> query(given)).faults().stream()
        .map(ParametersTest::shown)
        .toList();
  }

  private static String shown(Fault fault) {
    return fault.code().text() + " " + fault.pointer();
  }

  private static Call call(Map<String, String> parameters) {
    return new Call(CALLER, "127.0.0.1", Locale.ENGLISH, "id", parameters, Map.of(), new byte[0]);
  }
}
