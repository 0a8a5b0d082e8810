package vn.kt1.gateway.post;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * {@code gateway.orders}: how long orders wait for one another before they leave in one file, and
 * how long the post may take to answer a file before somebody is told.
 */
@Validated
@ConfigurationProperties("gateway.orders")
public record OrdersSettings(
    @NotNull @DurationMin @DefaultValue("2m") Duration collect,
    @NotNull @DurationMin(minutes = 1) @DefaultValue("24h") Duration receiptWithin) {}
