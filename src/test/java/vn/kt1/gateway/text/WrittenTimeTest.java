package vn.kt1.gateway.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WrittenTimeTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-11-30T14:05:07+07:00",
        "2026-11-30T14:05:07+0700",
        "2026-11-30T14:05:07+07",
        "2026-11-30 14:05:07 +07:00",
        "2026-11-30T07:05:07Z",
        "2026-11-30t07:05:07z",
        "2026-11-30T02:05:07-05:00",
        "2026-11-30T14:05:07+07:00[Asia/Ho_Chi_Minh]",
        "2026-11-30T14:05:07",
        "2026-11-30 14:05:07",
        "2026-11-30T14:05:07.000",
        "2026/11/30 14:05:07",
        "30/11/2026 14:05:07",
        "30-11-2026 14:05:07",
        "30.11.2026 14:05:07",
        "30/11/2026, 14:05:07",
        "30/11/2026T14:05:07",
        "30/11/2026  14:05:07",
        "30/11/2026 02:05:07 CH",
        "30/11/2026 2:05:07 CH",
        "30/11/2026 2:05:07CH",
        "30/11/2026 14:05:07 ch",
        "30/11/2026 14:05:07 +07"
      })
  void each_spelling_is_the_same_time(String written) {
    assertThat(WrittenTime.of(written)).hasValue(Instant.parse("2026-11-30T07:05:07Z"));
  }

  @ParameterizedTest
  @CsvSource({
    "30/11/2026 08:05, 2026-11-30T01:05:00Z",
    "30/11/2026 8:05, 2026-11-30T01:05:00Z",
    "30-11-2026 08:05, 2026-11-30T01:05:00Z",
    "1/2/2026 8:05, 2026-02-01T01:05:00Z",
    "30/11/2026 08:05 SA, 2026-11-30T01:05:00Z",
    "30/11/2026 12:05 SA, 2026-11-29T17:05:00Z",
    "30/11/2026 12:05 CH, 2026-11-30T05:05:00Z",
    "2026-11-30T08:05, 2026-11-30T01:05:00Z",
    "2026-11-30T08:05:00.123456+07, 2026-11-30T01:05:00.123456Z"
  })
  void a_time_may_be_less_exact_or_more(String written, Instant meant) {
    assertThat(WrittenTime.of(written)).hasValue(meant);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "30/11/2026",
        "2026-11-30",
        "31/02/2026 10:00:00",
        "11/30/2026 10:00:00",
        "30/11/2026 10:00:00 AM",
        "3/4/2026 10:00 PM",
        "30/11/2026 14:05 SA",
        "30/11/2026 24:00:01",
        "30/11/2026 10:60",
        "30/11-2026 10:00",
        "30/11/26 10:00",
        "+12026-11-30T10:00:00Z",
        "2026-11-30T10:00:00+99:00",
        "46348.5",
        "hôm qua",
        ""
      })
  void what_has_two_meanings_or_none_is_no_time(String written) {
    assertThat(WrittenTime.of(written)).isEmpty();
  }

  @Test
  void a_day_alone_is_a_day() {
    LocalDate day = LocalDate.of(2026, 11, 30);
    assertThat(WrittenTime.day("30/11/2026")).hasValue(day);
    assertThat(WrittenTime.day("2026-11-30")).hasValue(day);
    assertThat(WrittenTime.day("31/11/2026")).isEmpty();
    assertThat(WrittenTime.day("30/11/2026 08:05")).isEmpty();
  }

  @Property
  void whatever_is_printed_by_a_common_pattern_is_read_as_it_was(@ForAll int seconds) {
    LocalDateTime at = LocalDateTime.ofEpochSecond(seconds & 0x7fffffffL, 0, ZoneOffset.UTC);
    for (String pattern :
        new String[] {"dd/MM/uuuu HH:mm:ss", "dd-MM-uuuu H:mm:ss", "uuuu-MM-dd HH:mm:ss"}) {
      assertThat(WrittenTime.of(DateTimeFormatter.ofPattern(pattern).format(at)))
          .hasValue(at.toInstant(ZoneOffset.ofHours(7)));
    }
  }

  @Property
  void no_text_brings_it_down(@ForAll String text) {
    assertThatCode(() -> WrittenTime.of(text)).doesNotThrowAnyException();
  }
}
