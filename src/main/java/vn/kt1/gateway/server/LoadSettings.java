package vn.kt1.gateway.server;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * {@code gateway.admin.load}: how much expensive work one caller, and all callers together, may
 * have running at once. A receipt or an order file costs 1; a slip, a report, a large hand-off or
 * an export of evidence costs 4.
 */
@Validated
@ConfigurationProperties("gateway.admin.load")
record LoadSettings(
    @Min(4) @Max(1000) @DefaultValue("8") int caller,
    @Min(4) @Max(1000) @DefaultValue("24") int all) {}
