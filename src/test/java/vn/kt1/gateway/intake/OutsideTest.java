package vn.kt1.gateway.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.kt1.gateway.shipment.HandOff;

/** What a name, an address and an addressee may say, through the whole way in. */
class OutsideTest {

  private final Desk desk = new Desk();

  private HandOff handOver(String field, String text) {
    String other = field.equals("name") ? "address" : "name";
    return desk.handOver(
        """
        {"handOffId": "HP-1", "sender": "H24.16", "handedOffAt": "2026-11-22T09:00:00+07:00",
         "envelopes": [{"envelopeId": "1", "recipient":
           {"code": "H24.31", "%s": "%s", "%s": "Hải Phòng"}}]}
        """
            .formatted(field, text.replace("\"", "\\\""), other)
            .getBytes(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Sở Y tế (MẬT)", "Bì Tuyệt mật", "T Ố I  M Ậ T", "toi mat", "Secret", "KT1_A"})
  void a_word_of_secrecy_is_refused_in_each_of_them(String text) {
    for (String field : List.of("name", "address", "addressee")) {
      assertThat(Desk.shown(Desk.refused(() -> handOver(field, text))))
          .containsExactly("bad-value /envelopes/0/recipient/" + field);
    }
  }

  static Stream<String> units() throws Exception {
    List<String> texts = new ArrayList<>();
    for (String folder : List.of("config/units", "src/test/resources/sandbox/config/units")) {
      try (var files = Files.newDirectoryStream(Path.of(folder), "*.csv")) {
        for (Path file : files) {
          CSVFormat.RFC4180
              .builder()
              .setHeader()
              .get()
              .parse(Files.newBufferedReader(file))
              .stream()
              .forEach(unit -> texts.addAll(List.of(unit.get("name"), unit.get("address"))));
        }
      }
    }
    return texts.stream().distinct();
  }

  @ParameterizedTest
  @MethodSource("units")
  void each_unit_we_know_goes_through(String text) {
    for (String field : List.of("name", "address", "addressee")) {
      assertThat(handOver(field, text).envelopes()).hasSize(1);
    }
  }
}
