package vn.kt1.gateway.quality;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * {@code gateway.quality}: the day of the next month on which units are mailed their form, how many
 * days after a month's end they may answer, and the pause between two looks for forms that are due.
 */
@Validated
@ConfigurationProperties("gateway.quality")
public record QualitySettings(
    @Min(1) @Max(28) @DefaultValue("3") int mailOnDay,
    @Min(1) @Max(366) @DefaultValue("20") int closedAfterDays,
    @NotNull @DurationMin(seconds = 1) @DefaultValue("10m") Duration look) {

  /** On which the unit may still answer. */
  LocalDate lastDay(YearMonth month) {
    return month.atEndOfMonth().plusDays(closedAfterDays);
  }
}
