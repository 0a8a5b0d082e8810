package vn.kt1.gateway.post;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * {@code gateway.orders}: how long orders wait for one another before they leave in one file, how
 * many go into one, and how long the post may take to answer a file before somebody is told.
 */
@Validated
@ConfigurationProperties("gateway.orders")
public record OrdersSettings(
    @NotNull @DurationMin @DefaultValue("2m") Duration collect,
    @Min(1) @Max(10_000) @DefaultValue("500") int perFile,
    @NotNull @DurationMin(minutes = 1) @DefaultValue("24h") Duration receiptWithin) {}
