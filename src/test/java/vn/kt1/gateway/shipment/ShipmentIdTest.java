package vn.kt1.gateway.shipment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShipmentIdTest {

  @Property
  void has_at_most_sixteen_characters_of_the_agreed_alphabet(@ForAll long seed) {
    String id = id(seed);
    assertThat(id)
        .hasSizeLessThanOrEqualTo(16)
        .matches("[A-Z0-9-]+")
        .doesNotContainPattern("[ILOU].*-.$");
    assertThat(ShipmentId.valid(id)).isTrue();
  }

  @Property
  void is_checked_as_iso_7064_says(@ForAll long seed) {
    assertThat(isoMod3736(id(seed))).isTrue();
  }

  @Property
  void finds_every_single_wrong_character(
      @ForAll long seed,
      @ForAll @IntRange(max = 15) int place,
      @ForAll @CharRange(from = '0', to = '9') @CharRange(from = 'A', to = 'Z') char wrong) {
    String id = id(seed);
    StringBuilder corrupted = new StringBuilder(id);
    corrupted.setCharAt(place, wrong);
    assertThat(ShipmentId.valid(corrupted.toString())).isEqualTo(id.contentEquals(corrupted));
  }

  @Test
  void finds_nearly_all_neighbours_that_changed_places() {
    int missed = 0;
    int swaps = 0;
    for (int i = 0; i < 15_000; i++) {
      String id = id(i);
      int place = i % 15;
      String swapped =
          id.substring(0, place)
              + id.charAt(place + 1)
              + id.charAt(place)
              + id.substring(place + 2);
      swaps += swapped.equals(id) ? 0 : 1;
      missed += !swapped.equals(id) && ShipmentId.valid(swapped) ? 1 : 0;
    }
    assertThat(swaps).isGreaterThan(10_000);
    assertThat(missed).isLessThan(swaps / 100);
  }

  @Test
  void does_not_repeat_itself() {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < 10_000; i++) {
      assertThat(seen.add(ShipmentId.next().value())).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "-", "7Q2M", "7q2m-9xkd-4tnb-c", " 7Q2M-9XKD-4TNB-C", "ĐQ2M-9XKD-4TNB-C"})
  void knows_what_is_no_id_at_all(String text) {
    assertThat(ShipmentId.valid(text)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"A12425GABC1234002M", "000000003A8D0000Z"})
  void the_oracle_knows_published_numbers_of_grid_and_isan(String number) {
    assertThat(isoMod3736(number)).isTrue();
    assertThat(isoMod3736(number.replace('A', 'B'))).isFalse();
  }

  private static String id(long seed) {
    return ShipmentId.next(new Random(seed)).value();
  }

  /** ISO 7064 in its checking form: whole number in, remainder 1 out. */
  private static boolean isoMod3736(String number) {
    int rest = 36;
    String characters = number.replace("-", "");
    for (char character : characters.substring(0, characters.length() - 1).toCharArray()) {
      int sum = rest + Character.getNumericValue(character);
      rest = 2 * (sum > 36 ? sum - 36 : sum) % 37;
    }
    char last = characters.charAt(characters.length() - 1);
    return (rest + Character.getNumericValue(last)) % 36 == 1;
  }
}
