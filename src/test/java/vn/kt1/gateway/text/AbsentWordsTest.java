package vn.kt1.gateway.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What programs write for nothing, and what looks like it and is something. */
class AbsentWordsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "NULL",
        "null",
        " Null ",
        "[NULL]",
        "(null)",
        "<null>",
        "{null}",
        "'NULL'",
        "\\N",
        "N/A",
        "n/a",
        "N.A.",
        "NA",
        "<NA>",
        "#N/A",
        "#NA",
        "#REF!",
        "#NAME?",
        "#VALUE!",
        "#DIV/0!",
        "#NUM!",
        "#NULL!",
        "#SPILL!",
        "#GETTING_DATA",
        "######",
        "Err:502",
        "nan",
        "NaN",
        "NaT",
        "nil",
        "undefined",
        "[object Object]",
        "System.DBNull",
        "(blank)",
        "(trống)",
        "-",
        "--",
        "–",
        "\u00A0NULL\u200B",
        "N / A"
      })
  void a_word_that_stands_for_nothing_is_absent(String cell) {
    assertThat(AbsentWords.absent(cell)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "NONE",
        "None",
        "Không",
        "Na",
        "Nan Hương",
        "Nậm Nhùn",
        "0",
        "1",
        "false",
        "A",
        "C",
        "#12",
        "Số 1",
        "HAND",
        "Null Island",
        "N",
        "H24.31",
        "xã Na Ngoi",
        "",
        "Sở Y tế"
      })
  void a_word_that_says_something_is_kept(String cell) {
    assertThat(AbsentWords.absent(cell)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "None",
        "none",
        "NONE",
        "N/A",
        "trống",
        "Empty",
        "Invalid Date",
        "Không có",
        "không rõ",
        "Chưa xác định",
        "TBD",
        "Như trên",
        "NHƯ KÍNH GỬI",
        "-nt-",
        "?",
        "...",
        "…",
        "_",
        "\"\"",
        "- \"",
        "*"
      })
  void a_name_is_never_none(String cell) {
    assertThat(AbsentWords.absentText(cell)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(ints = {25, 100_000})
  void a_long_text_is_no_word_and_costs_nothing(int length) {
    assertThat(AbsentWords.absent("-".repeat(length))).isFalse();
  }
}
