package vn.kt1.gateway.report;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * {@code gateway.report}: the smallest count shown by degree to those who may not see degree data,
 * how long after its day a report is caught up, how long one gateway may work at it before another
 * takes over, and the pause between two looks for reports that are due.
 */
@Validated
@ConfigurationProperties("gateway.report")
public record ReportSettings(
    @Min(2) @DefaultValue("5") int smallestCell,
    @NotNull @DefaultValue("90d") Duration catchUp,
    @NotNull @DefaultValue("4m") Duration lease,
    @NotNull @DurationMin(seconds = 1) @DefaultValue("1m") Duration tick) {}
