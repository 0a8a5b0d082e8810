package vn.kt1.gateway.dispatch;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * {@code gateway.ledger}: how long a claimed piece of work stays with whoever claimed it, how long
 * at most to wait between two attempts, and how many orders go into one file.
 */
@Validated
@ConfigurationProperties("gateway.ledger")
public record DispatchSettings(
    @NotNull @DefaultValue("4m") Duration lease,
    @NotNull @DefaultValue("60s") Duration longestPause,
    @Min(1) @Max(10_000) @DefaultValue("500") int ordersPerFile) {}
