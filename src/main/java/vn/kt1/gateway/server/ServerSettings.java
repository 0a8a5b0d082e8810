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
 * {@code gateway.admin}: limits of health and of requests.
 *
 * @param silence how much longer than five polls something may be silent before health is DOWN
 * @param longestOwed how long something may be owed before health is DOWN
 * @param evidenceRows how many of the newest rows of evidence health recomputes
 * @param mostHeaders how many headers a request may have
 * @param hosts the names by which callers may address this machine; none given: any name
 */
@Validated
@ConfigurationProperties("gateway.admin")
public record ServerSettings(
    @NotNull @DefaultValue("1m") Duration silence,
    @NotNull @DefaultValue("15m") Duration longestOwed,
    @Min(1) @Max(10_000) @DefaultValue("100") int evidenceRows,
    @Min(10) @Max(1000) @DefaultValue("50") int mostHeaders,
    @NotNull @DefaultValue List<String> hosts) {}
