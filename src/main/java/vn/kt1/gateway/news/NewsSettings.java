package vn.kt1.gateway.news;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * {@code gateway.news}: the shortest time between two files for one partner, how many rows go into
 * a file, and how long news and their files are kept for a sender without a folder.
 */
@Validated
@ConfigurationProperties("gateway.news")
public record NewsSettings(
    @NotNull @DefaultValue("5m") Duration every,
    @Min(1) @Max(100_000) @DefaultValue("10000") int rowsPerFile,
    @NotNull @DefaultValue("1d") Duration keepUnread) {}
