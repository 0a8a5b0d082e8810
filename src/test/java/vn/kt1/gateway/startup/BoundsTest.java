package vn.kt1.gateway.startup;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.Valid;
import jakarta.validation.Validation;
import jakarta.validation.ValidatorFactory;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a check says of bounds is what the validator of the beans says, on and beyond each edge. */
class BoundsTest {

  record Inner(@Min(1) @Max(5) long count, @NotNull @Nullable Object thing) {}

  record Outer(
      @NotBlank @Nullable String name,
      @Pattern(regexp = "|[a-z]+", message = "small letters") @Nullable String word,
      @Min(2) @Max(4) int sideWays,
      @DurationMin(seconds = 1, millis = 500) @DurationMax(minutes = 1) @Nullable Duration pause,
      @DurationMin @Nullable Duration collect,
      @Valid @NotNull @Nullable Inner inner) {}

  private static final Inner GOOD = new Inner(1, "");

  static Stream<Outer> settings() {
    Duration minute = Duration.ofMinutes(1);
    Duration least = Duration.ofMillis(1_500);
    return Stream.of(
        new Outer("a", "", 2, least, Duration.ZERO, GOOD),
        new Outer("a", "abc", 4, minute, minute, new Inner(5, "")),
        new Outer("a", null, 3, null, null, GOOD),
        new Outer(null, "Ab", 1, least.minusNanos(1), Duration.ofNanos(-1), new Inner(0, null)),
        new Outer(" \t", "ab\n", 5, minute.plusNanos(1), Duration.ZERO, new Inner(6, "")),
        new Outer("", "", 2, minute, minute, null));
  }

  @ParameterizedTest
  @MethodSource("settings")
  void the_validator_says_the_same(Outer settings) {
    assertThat(Bounds.of(settings, "it"))
        .extracting(Bounds.Broken::key)
        .containsExactlyInAnyOrderElementsOf(validated(settings));
  }

  private static List<String> validated(Outer settings) {
    try (ValidatorFactory factory = Validation.buildDefaultValidatorFactory()) {
      return factory.getValidator().validate(settings).stream()
          .map(broken -> "it." + Kind.dashed(broken.getPropertyPath().toString()))
          .toList();
    }
  }
}
