package vn.kt1.gateway.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.kt1.gateway.directory.Caller;
import vn.kt1.gateway.directory.Caller.Role;
import vn.kt1.gateway.directory.Conventions;
import vn.kt1.gateway.directory.Conventions.RecipientList;
import vn.kt1.gateway.directory.Directory;
import vn.kt1.gateway.directory.Partner;
import vn.kt1.gateway.shipment.Envelope;
import vn.kt1.gateway.shipment.HandOff;
import vn.kt1.gateway.shipment.Rejected;

/** Several recipients in one place are an envelope each, or nothing at all. */
class RecipientListsTest {

  private static final Set<String> UNITS = Set.of("H24.16");
  private static final Conventions HOW =
      new Conventions(
          Conventions.ALL_LANGUAGES,
          Map.of(),
          "envelopes",
          Map.of(),
          null,
          null,
          List.of(),
          ZoneId.of("Asia/Ho_Chi_Minh"),
          Map.of(),
          new RecipientList(",", "|"));

  private final Normaliser normaliser =
      new Normaliser(
          new Directory(
              List.of(),
              List.of(),
              List.of(new Partner("p", "P", UNITS, true, false, null, null, HOW, List.of(), null))),
          IntakeSettings.usual(),
          Clock.fixed(Desk.NOW, ZoneOffset.UTC));

  @Test
  void each_is_an_envelope() {
    HandOff handOff = handOver("12|H24.31, 15|000.00.02.H24", "");
    assertThat(handOff.envelopes()).extracting(Envelope::envelopeId).containsExactly("1-1", "1-2");
    assertThat(handOff.envelopes())
        .extracting(envelope -> envelope.recipient().code())
        .containsExactly("H24.31", "H24.02");
    String nothing = ",\"name\":null,\"address\":\" \"";
    assertThat(handOver("12|H24.31, 15|H24.02", nothing).envelopes()).hasSize(2);
    assertThat(handOver("12|H24.31", ",\"name\":\"Sở Y tế\"").envelopes()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '^',
      textBlock =
          """
          12|H24.31, 15|H24.02 ^ ,"address":"38 Lê Đại Hành" ^ bad-value
          12|H24.31, 15|       ^ ''                          ^ bad-value
          V/v điều động|H24.31 ^ ''                          ^ content-not-allowed
          """)
  void what_cannot_be_told_apart_is_refused(String codes, String more, String code) {
    Rejected rejected = Desk.refused(() -> handOver(codes, more));
    assertThat(rejected.code().text()).isEqualTo(code);
    if (code.equals("bad-value")) {
      assertThat(rejected.faults().get(0).detail().en()).startsWith("Several recipients");
    }
  }

  private HandOff handOver(String codes, String more) {
    String json =
        """
        {"handOffId":"1","sender":"H24.16","handedOffAt":"2026-11-22T09:00:00+07:00","envelopes":[
         {"envelopeId":"1","secrecy":"C","recipient":{"code":"%s"%s}}]}
        """
            .formatted(codes, more);
    return normaliser.normalise(
        new Caller("p", Role.PARTNER, UNITS, null),
        "json",
        null,
        json.getBytes(StandardCharsets.UTF_8));
  }
}
