package vn.kt1.gateway.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.kt1.gateway.shipment.Fault;

/** A fault lies where the sender finds it: in its own message, by its own order of names. */
class PlacesTest {

  private static final String OWN =
      """
      envelopes: Goi.DanhSach
      names:
        Goi.Ma: hand_off_id
        Goi.Luc: handed_off_at
        MaBi: envelope_id
        NoiNhan.Ma: recipient_code
        NoiNhan.Ten: recipient_name
        DoMat: secrecy
        KhoiLuong: weight_g
      constants: {sender: H24.16}
      recipients: {separator: ",", codeAfter: "|"}
      """;

  @TempDir Path folder;

  @Test
  void positions_are_those_of_the_senders_own_message() {
    String json =
        """
        {"PhienBan": null, "Goi": {"Luc": "22.11.2026", "Ghi": 1, "DanhSach": [
          {"DoMat": "Z", "KhoiLuong": "1.200", "NoiNhan": {"Kenh": 5, "Ma": "?", "nguoi_ky": "y", "Ten": "- A"},
           "MaBi": "a b", "TrichYeu": "x"},
          {"KhoiLuong": 0, "urgency": "TIMED"}]}}
        """;
    assertThat(shown(new ProfileDesk(folder, OWN).refused("json", json)))
        .containsExactlyInAnyOrder(
            "unknown-field /~0",
            "unknown-field /~1/~1",
            "bad-value /~1/~0",
            "missing-field /handOffId",
            "bad-value /~1/~2/0/~0",
            "bad-value /~1/~2/0/~1",
            "unknown-field /~1/~2/0/~2/~0",
            "bad-value /~1/~2/0/~2/~1",
            "content-not-allowed /~1/~2/0/~2/nguoi_ky",
            "bad-value /~1/~2/0/~2/~3",
            "bad-value /~1/~2/0/~3",
            "content-not-allowed /~1/~2/0/TrichYeu",
            "missing-field /~1/~2/1/envelopeId",
            "missing-field /~1/~2/1/recipient",
            "bad-value /~1/~2/1/~0",
            "missing-field /~1/~2/1/deliverAt");
  }

  @Test
  void an_envelope_after_one_for_several_recipients_keeps_its_place() {
    String json =
        """
        {"Goi": {"Ma": "1", "Luc": "2026-11-22T09:00:00+07:00", "DanhSach": [
          {"MaBi": "1", "DoMat": "Z", "NoiNhan": {"Ma": "1|H24.31, 2|H24.02"}},
          {"MaBi": "2", "DoMat": "Z", "NoiNhan": {"Ma": "1|H24.31"}}]}}
        """;
    assertThat(shown(new ProfileDesk(folder, OWN).refused("json", json)))
        .containsExactly("bad-value /~0/~2/0/~1", "bad-value /~0/~2/1/~1");
  }

  /** However it is called, and whatever was read of the envelope before it. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'recipient': 'x'                          | bad-value",
        "'recipient': 'V/v điều động'              | content-not-allowed",
        "'Khac': {'sender': '<b>Họp</b>'}          | content-not-allowed",
        "'NoiNhan2': {'code': '<b>Họp</b>'}        | content-not-allowed",
        "'sender': '<b>Họp</b>'                    | content-not-allowed"
      })
  void what_stands_beside_the_fields_of_a_partner_is_looked_at(String beside, String code) {
    String json =
        """
        {"Goi": {"Ma": "1", "Luc": "2026-11-22T09:00:00+07:00", "DanhSach": [
          {"MaBi": "1", "NoiNhan": {"Ma": "1|H24.31"}},
          {"MaBi": "2", "NoiNhan": {"Ma": "1|H24.31"}, %s}]}}
        """
            .formatted(beside.replace('\'', '"'));
    assertThat(new ProfileDesk(folder, OWN).refused("json", json))
        .extracting(fault -> fault.code().text())
        .contains(code);
  }

  @Test
  void the_contracts_own_names_are_spelled_out() {
    String json =
        """
        {"handOffId": "1", "Goi": {"Luc": "2026-11-22T09:00:00+07:00", "DanhSach": [
          {"secrecy": "Z", "envelopeId": "1", "recipient": {"code": "?"}}]}}
        """;
    assertThat(shown(new ProfileDesk(folder, OWN).refused("json", json)))
        .containsExactlyInAnyOrder(
            "bad-value /~1/~1/0/secrecy", "bad-value /~1/~1/0/recipient/code");
  }

  @Test
  void a_column_is_told_by_its_letter_and_by_counting() {
    String csv = "Goi.Luc;GhiChep;DoMat;MaBi;weight_g\n22.11.2026;;Z;1;1.200\n";
    List<Fault> faults = new ProfileDesk(folder, OWN).refused("csv", csv);
    assertThat(shown(faults))
        .containsExactlyInAnyOrder(
            "bad-value /~0",
            "unknown-field /~1",
            "bad-value /envelopes/0/~2 row 1",
            "bad-value /envelopes/0/weightGrams row 1",
            "missing-field /envelopes/0/recipient row 1");
    assertThat(faults)
        .filteredOn(fault -> !fault.pointer().endsWith("/recipient"))
        .extracting(fault -> fault.detail().vi().split(":")[0])
        .containsExactlyInAnyOrder(
            "Cột A (thứ 1)", "Cột B (thứ 2)", "Cột C (thứ 3)", "Cột E (thứ 5)");
  }

  @Test
  void columns_beyond_the_alphabet_have_two_letters() {
    String csv = "x,".repeat(27) + "y\n";
    String many = CsvFile.header() + "," + ",".repeat(12) + csv.substring(0, 1) + "\n";
    assertThat(CsvFile.refused(many + CsvFile.row() + ",".repeat(13) + "\n"))
        .extracting(fault -> fault.pointer() + " " + fault.detail().en().split(":")[0])
        .containsExactly("/~28 Column AC (no. 29)");
  }

  @ParameterizedTest
  @CsvSource({
    "HandOffId, handOffId",
    "hand_off_id, handOffId",
    "HANDOFFID, handOffId",
    "Envelopes, envelopes",
    "handed-off-at, handedOffAt"
  })
  void another_spelling_of_a_name_is_told_the_right_one(String written, String right) {
    String json = "{\"" + written + "\": []}";
    assertThat(new Desk().refused(json.getBytes(StandardCharsets.UTF_8)).faults())
        .filteredOn(fault -> fault.pointer().equals("/~0"))
        .extracting(fault -> fault.detail().en())
        .singleElement()
        .asString()
        .endsWith("Write it as " + right + ".");
  }

  @ParameterizedTest
  @CsvSource({"handOffId, hand_off_id", "Weight Grams, weight_g", "recipientCode, recipient_code"})
  void another_spelling_of_a_column_is_told_the_right_one(String written, String right) {
    String csv = CsvFile.header().replace("network", written) + "\n" + CsvFile.row() + "\n";
    assertThat(CsvFile.refused(csv))
        .extracting(fault -> fault.detail().en())
        .singleElement()
        .asString()
        .endsWith("Write it as " + right + ".");
  }

  private static List<String> shown(List<Fault> faults) {
    return faults.stream()
        .map(
            fault ->
                fault.code().text()
                    + " "
                    + fault.pointer()
                    + (fault.row() == null ? "" : " row " + fault.row()))
        .toList();
  }
}
