package vn.kt1.gateway.report;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * {@code gateway.report}: the smallest count shown by degree to those who may not see degree data,
 * how long after its day a report is caught up, and how long one gateway may work at it before
 * another takes over.
 */
@Validated
@ConfigurationProperties("gateway.report")
public record ReportSettings(
    @Min(2) @DefaultValue("5") int smallestCell,
    @NotNull @DefaultValue("90d") Duration catchUp,
    @NotNull @DefaultValue("4m") Duration lease) {}
