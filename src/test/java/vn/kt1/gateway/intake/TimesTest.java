package vn.kt1.gateway.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.kt1.gateway.directory.Conventions;
import vn.kt1.gateway.shipment.Fault;
import vn.kt1.gateway.shipment.HandOffField;

/** Times as programs write them, and what is told to whoever wrote another. */
class TimesTest {

  private static final Instant NINE = Instant.parse("2026-11-22T02:00:00Z");

  private static final String OWN =
      """
      names: {Ngày gửi: handed_off_at, Giờ gửi: handed_off_at}
      times: ["d/M/yyyy H:mm", "d/M/yyyy h:mm a", "d/M/yyyy"]
      constants: {sender: H24.16}
      """;

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-11-22T09:00:00+07:00",
        "2026-11-22T09:00+07:00",
        "2026-11-22 09:00:00+07:00",
        "2026-11-22 09:00:00 +07:00",
        "2026-11-22 09:00:00+07",
        "2026-11-22 09:00:00+0700",
        "2026-11-22T09:00:00.0000000 +07:00",
        "2026-11-22 09:00:00.0000000000001+07",
        "2026-11-22T02:00:00Z",
        "2026-11-22t02:00:00z",
        "2026-11-22T02:00:00.000Z",
        "2026-11-22 02:00:00 UTC",
        "2026-11-21T21:00:00-0500",
        "2026-11-22T09:00:00,0+07:00"
      })
  void an_offset_in_any_dress(String written) {
    assertThat(Times.read(written, Conventions.CONTRACT)).isEqualTo(NINE);
  }

  @Test
  void what_stands_below_the_second_counts_to_the_microsecond() {
    assertThat(Times.read("2026-11-22T09:00:00.5+07:00", Conventions.CONTRACT))
        .isEqualTo("2026-11-22T02:00:00.500Z");
    assertThat(Times.read("2026-11-22T09:00:00,001234567899+07:00", Conventions.CONTRACT))
        .isEqualTo("2026-11-22T02:00:00.001234Z");
  }

  @Property
  void each_instant_is_itself_in_each_dress(
      @ForAll @IntRange(min = 1_700_000_000, max = 2_000_000_000) int second,
      @ForAll @IntRange(min = -12, max = 14) int hours) {
    Instant instant = Instant.ofEpochSecond(second);
    OffsetDateTime time = instant.atOffset(ZoneOffset.ofHours(hours));
    String day = time.toLocalDate().toString();
    String clock = "%02d:%02d:%02d".formatted(time.getHour(), time.getMinute(), time.getSecond());
    String sign = (hours < 0 ? "-" : "+") + "%02d".formatted(Math.abs(hours));
    for (String between : List.of("T", " ")) {
      for (String offset : List.of(sign, sign + ":00", sign + "00", " " + sign + ":00")) {
        for (String fraction : List.of("", ".0", ".000", ",000000", ".0000000")) {
          assertThat(Times.read(day + between + clock + fraction + offset, Conventions.CONTRACT))
              .isEqualTo(instant);
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-11-22T09:00:00",
        "2026-11-22 09:00:00",
        "2026-11-22",
        "2026-02-30T09:00:00+07:00",
        "2026-11-22T24:01:00+07:00",
        "2026-11-22T24:00:00+07:00",
        "2026-11-22T09:60:00+07:00",
        "2026-11-22T09:00:60+07:00",
        "2026-11-22T09:00.5+07:00",
        "2026-13-22T09:00:00+07:00",
        "2026-11-22T09:00:00+25:00",
        "2026-11-22T09:00:00 07:00",
        "22/11/2026 09:00",
        "46348.375",
        "09:00"
      })
  void what_names_no_moment_is_refused(String written) {
    assertThat(Times.read(written, Conventions.CONTRACT)).isNull();
    assertThat(CsvFile.refused(HandOffField.HANDED_OFF_AT, written))
        .extracting(fault -> fault.detail().en())
        .singleElement()
        .asString()
        .contains("ISO 8601");
  }

  @ParameterizedTest
  @CsvSource({
    "22/11/2026 9:00",
    "22/11/2026 09:00",
    "22/11/2026 9:00 SA",
    "22/11/2026 9:00 sa",
    "22/11/2026 9:00SA",
    "22/11/2026 9:00 AM",
    "22/11/2026 9:00\u202fa.m.",
    "22/11/2026 9:00 sáng",
    "2026-11-22 09:00:00+07"
  })
  void the_pattern_of_a_partner_and_the_halves_of_the_day(String written) {
    assertThat(read(written, "")).isEqualTo(NINE);
  }

  @Test
  void afternoon_and_midnight() {
    assertThat(read("21/11/2026 2:05 CH", "")).isEqualTo("2026-11-21T07:05:00Z");
    assertThat(read("21/11/2026 12:05 SA", "")).isEqualTo("2026-11-20T17:05:00Z");
  }

  @ParameterizedTest
  @CsvSource({
    "22/11/2026, 09:00",
    "22/11/2026, 9:00 SA",
    "09:00, 22/11/2026",
    "22/11/2026 09:00, ''",
    "'', 22/11/2026 09:00",
    "NULL, 22/11/2026 09:00"
  })
  void day_and_hour_in_two_columns(String day, String hour) {
    assertThat(read(day, hour)).isEqualTo(NINE);
  }

  @Test
  void a_day_without_its_hour_begins_at_midnight() {
    assertThat(read("22/11/2026", "")).isEqualTo("2026-11-21T17:00:00Z");
  }

  @Test
  void day_and_hour_in_two_fields_of_a_message() {
    String json =
        """
        {"handOffId":"1","Ngày gửi":"22/11/2026","Giờ gửi":"09:00","envelopes":[
         {"envelopeId":"1","recipient":{"code":"H24.31"}}]}
        """;
    assertThat(new ProfileDesk(folder, OWN).read("json", json).handedOffAt()).isEqualTo(NINE);
  }

  @Test
  void the_answer_names_the_forms_of_the_partner() {
    List<Fault> faults = new ProfileDesk(folder, OWN).refused("csv", table("12-31-2026", "9h"));
    assertThat(faults).hasSize(1);
    assertThat(faults.get(0).detail().en())
        .startsWith("Column B (no. 2): ")
        .contains("d/M/yyyy H:mm (22/11/2026 9:00)", "d/M/yyyy h:mm a (22/11/2026 9:00 AM)")
        .doesNotContain("12-31", "9h");
    assertThat(faults.get(0).pointer()).isEqualTo("/~1");
  }

  private Instant read(String day, String hour) {
    return new ProfileDesk(folder, OWN).read("csv", table(day, hour)).handedOffAt();
  }

  private static String table(String day, String hour) {
    return "envelope_id;Ngày gửi;Giờ gửi;recipient_code\n1;" + day + ";" + hour + ";H24.31\n";
  }
}
