package vn.kt1.gateway.held;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/** {@code gateway.held}: how long a shipment may wait for an answer before somebody is reminded. */
@Validated
@ConfigurationProperties("gateway.held")
public record HeldSettings(
    @NotNull @DurationMin(minutes = 1) @DefaultValue("1d") Duration remindAfter) {}
