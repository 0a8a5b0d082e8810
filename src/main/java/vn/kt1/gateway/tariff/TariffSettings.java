package vn.kt1.gateway.tariff;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * {@code gateway.tariff}: how long before its first day a price table that no Department has
 * approved is told to the operators.
 */
@Validated
@ConfigurationProperties("gateway.tariff")
public record TariffSettings(
    @NotNull @DurationMin(days = 1) @DefaultValue("30d") Duration approvedBefore) {}
