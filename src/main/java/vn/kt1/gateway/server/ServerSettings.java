package vn.kt1.gateway.server;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * {@code gateway.admin}: how much longer than five polls something may be silent, how long
 * something may be owed, and how many rows of evidence are recomputed, before health is DOWN; how
 * many headers a request may have; by which names this machine may be called, any when none is
 * given.
 */
@Validated
@ConfigurationProperties("gateway.admin")
public record ServerSettings(
    @NotNull @DefaultValue("1m") Duration silence,
    @NotNull @DefaultValue("15m") Duration longestOwed,
    @Min(1) @Max(10_000) @DefaultValue("100") int evidenceRows,
    @Min(10) @Max(1000) @DefaultValue("50") int mostHeaders,
    @NotNull @DefaultValue List<String> hosts) {}
