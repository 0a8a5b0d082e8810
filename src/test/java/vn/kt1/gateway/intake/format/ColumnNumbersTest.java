package vn.kt1.gateway.intake.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ColumnNumbersTest {

  @Property(tries = 100)
  void numbers_that_count_the_columns_are_no_envelope(
      @ForAll @IntRange(min = 2, max = 60) int columns, @ForAll @IntRange(max = 5) int form) {
    String shape = List.of("%d", "(%d)", "[%d]", "%d)", "%d.", "%d.0").get(form);
    List<String> row = IntStream.rangeClosed(1, columns).mapToObj(shape::formatted).toList();
    assertThat(ColumnNumbers.are(row, columns)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "A|B|1|2|3",
        "(a)|(b)|(1)|(2)|(3)",
        "(1)|(2)|(3)=(1)+(2)|(4)|(5)",
        "1|2||4|5",
        " (1) |(2)|(3)|(4)|",
        "(1)|(2)|(3)=(1)x(2)|(4)|(5)"
      })
  void so_are_letters_first_sums_and_gaps(String row) {
    assertThat(ColumnNumbers.are(List.of(row.split("\\|", -1)), 5)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1|H24.16|H24.31|C|180",
        "HP-X|2|3|4|5",
        "1||||",
        "1|2|||",
        "2|1|3|4|5",
        "180|1|2|3|4",
        "||||",
        "1|1|1|1|1"
      })
  void a_row_of_data_is_none(String row) {
    assertThat(ColumnNumbers.are(List.of(row.split("\\|", -1)), 5)).isFalse();
  }
}
