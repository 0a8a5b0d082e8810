package vn.kt1.gateway.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.kt1.gateway.shipment.Decision;
import vn.kt1.gateway.shipment.ItemCode;
import vn.kt1.gateway.shipment.Kt1Service;
import vn.kt1.gateway.shipment.Network;
import vn.kt1.gateway.shipment.Reason;
import vn.kt1.gateway.shipment.Receipt;
import vn.kt1.gateway.shipment.Recipient;
import vn.kt1.gateway.shipment.Secrecy;
import vn.kt1.gateway.shipment.ShipmentState;
import vn.kt1.gateway.shipment.Text;
import vn.kt1.gateway.shipment.Urgency;
import vn.kt1.gateway.shipment.Warning;
import vn.kt1.gateway.web.JsonText;
import vn.kt1.gateway.web.ReceiptAnswer;

/** Shipments and receipts in the words of the contract. */
public class ShipmentAnswerTest {

  private static final Instant AT = Instant.parse("2026-11-22T02:00:00Z");
  private static final List<Reason> REASONS =
      List.of(new Reason("classified-goes-by-kt1", "QĐ 32", new Text("Mật.", "Secret.")));
  private static final List<Warning> WARNINGS =
      List.of(new Warning("urgency-unreadable", new Text("Không đọc được.", "Unreadable.")));

  public static ShipmentView secret(ShipmentView.@Nullable Degree degree) {
    return new ShipmentView(
        "KT1-ABC",
        "HP-1",
        "1",
        "H24.16",
        "Sở KHCN",
        new Recipient("H24.31", "Sở Y tế", null, null),
        Decision.Outcome.ROUTED,
        ShipmentState.ORDERED,
        Network.KT1,
        Urgency.EXPRESS,
        false,
        null,
        1,
        AT,
        new ShipmentView.Ordered("O-1", "F.csv", null),
        ItemCode.of("RR 123 456 785 VN"),
        List.of(
            new Confirmed(
                "PROBLEM",
                "DAMAGED",
                AT.atOffset(ZoneOffset.UTC),
                "Bì rách",
                "H24.31",
                AT.atOffset(ZoneOffset.UTC))),
        degree);
  }

  private static final String WITHOUT_DEGREE =
      """
      {"shipmentId":"KT1-ABC","handOffId":"HP-1","envelopeId":"1",\
      "sender":{"code":"H24.16","name":"Sở KHCN"},\
      "recipient":{"code":"H24.31","name":"Sở Y tế","address":null,"addressee":null},\
      "decision":"ROUTED","state":"ORDERED","network":"KT1","urgency":"EXPRESS",\
      "personalOnly":false,"weightGrams":null,"pieces":1,"handedOffAt":"2026-11-22T09:00:00+07:00",\
      "order":{"orderId":"O-1","file":"F.csv","sentAt":null},\
      "itemCode":{"raw":"RR 123 456 785 VN","normalised":"RR123456785VN","checkDigitValid":true},\
      "confirmations":[{"result":"PROBLEM","finding":"DAMAGED","at":"2026-11-22T09:00:00+07:00",\
      "note":"Bì rách","unit":"H24.31","recordedAt":"2026-11-22T09:00:00+07:00"}]}\
      """;

  @Test
  void degree_data_is_absent_not_null_without_entitlement() {
    assertThat(shown(secret(null))).isEqualTo(WITHOUT_DEGREE);
  }

  @Test
  void degree_data_follows_for_those_entitled() {
    Sla sla =
        new Sla(Network.KT1, ShipmentState.IN_TRANSIT, true, null, AT, AT, null, "FORCE_MAJEURE");
    var degree =
        new ShipmentView.Degree(
            Secrecy.SECRET,
            "KT1_B_EXPRESS",
            REASONS,
            WARNINGS,
            null,
            sla,
            new Cost(25000L, 2000L, List.of()));
    String begin = WITHOUT_DEGREE.substring(0, WITHOUT_DEGREE.length() - 1);
    assertThat(shown(secret(degree)))
        .isEqualTo(
            begin
                + """
                ,"secrecy":"SECRET","mark":"B","service":"KT1_B_EXPRESS",\
                "reasons":[{"rule":"classified-goes-by-kt1","basis":"QĐ 32","detail":"Secret."}],\
                "warnings":[{"code":"urgency-unreadable","detail":"Unreadable."}],\
                "sla":{"dueAt":"2026-11-22T09:00:00+07:00","result":"LATE",\
                "excluded":{"reason":"FORCE_MAJEURE"}},\
                "cost":{"amount":25000,"vat":2000,"currency":"VND","missing":[]}}\
                """);
  }

  @Test
  void a_receipt_reads_as_in_the_contract() {
    String head =
        """
        {"handOffId":"HP-1","receivedAt":"2026-11-22T09:00:00+07:00","messageSha256":"ab",\
        "shipments":[{"envelopeId":"1","shipmentId":"KT1-ABC","decision":"ROUTED","network":"KT1\"\
        """;
    assertThat(receipt(Locale.forLanguageTag("vi"), true))
        .isEqualTo(
            head
                + """
                ,"service":"KT1_B_EXPRESS",\
                "reasons":[{"rule":"classified-goes-by-kt1","basis":"QĐ 32","detail":"Mật."}],\
                "warnings":[{"code":"urgency-unreadable","detail":"Không đọc được."}]}]}\
                """);
    assertThat(receipt(Locale.ENGLISH, false))
        .as("nor what it could be found by")
        .isEqualTo(head.replace("\"messageSha256\":\"ab\",", "") + "}]}");
  }

  private static String receipt(Locale locale, boolean degree) {
    Decision decision =
        new Decision(
            Decision.Outcome.ROUTED,
            Network.KT1,
            Kt1Service.of(Secrecy.SECRET, Urgency.EXPRESS),
            REASONS,
            WARNINGS,
            null);
    Receipt receipt =
        new Receipt("HP-1", AT, "ab", false, List.of(new Receipt.Line("1", "KT1-ABC", decision)));
    return new String(ReceiptAnswer.of(receipt, locale, degree).bytes(), StandardCharsets.UTF_8);
  }

  private static String shown(ShipmentView shipment) {
    return new String(
        JsonText.of(ShipmentAnswer.of(shipment, Locale.ENGLISH, AT.plusSeconds(1))),
        StandardCharsets.UTF_8);
  }
}
