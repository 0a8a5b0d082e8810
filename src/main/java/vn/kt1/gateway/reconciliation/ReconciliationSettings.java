package vn.kt1.gateway.reconciliation;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Duration;
import java.time.LocalTime;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * {@code gateway.reconciliation}: at what time of the day (in Vietnam) the nightly pass is due, how
 * far it looks back, and after how long something that has not happened is a difference. None of
 * these times stands in a law.
 *
 * @param grams weights that differ by no more are equal, as those that differ by a tenth
 */
@Validated
@ConfigurationProperties("gateway.reconciliation")
public record ReconciliationSettings(
    @NotNull @Pattern(regexp = "([01][0-9]|2[0-3]):[0-5][0-9]") @DefaultValue("02:00") String at,
    @NotNull @DurationMin(days = 7) @DefaultValue("60d") Duration lookBack,
    @NotNull @DurationMin(minutes = 1) @DefaultValue("1h") Duration orderedWithin,
    @NotNull @DurationMin(minutes = 1) @DefaultValue("24h") Duration answeredWithin,
    @NotNull @DurationMin(minutes = 1) @DefaultValue("7d") Duration deliveredWithin,
    @NotNull @DurationMin(minutes = 1) @DefaultValue("3d") Duration confirmedWithin,
    @NotNull @DurationMin(minutes = 1) @DefaultValue("1h") Duration timesDiffer,
    @Min(0) @Max(1000) @DefaultValue("20") int grams) {

  LocalTime time() {
    return LocalTime.parse(at);
  }
}
