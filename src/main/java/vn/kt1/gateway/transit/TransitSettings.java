package vn.kt1.gateway.transit;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Duration;
import java.time.LocalTime;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * {@code gateway.transit}: how long before it is due a shipment is about to be late, and at what
 * time of the day units are told.
 */
@Validated
@ConfigurationProperties("gateway.transit")
public record TransitSettings(
    @NotNull @DurationMin(minutes = 0) @DefaultValue("4h") Duration warnBefore,
    @NotNull @Pattern(regexp = "([01][0-9]|2[0-3]):[0-5][0-9]") @DefaultValue("08:00")
        String digestAt) {

  LocalTime digestTime() {
    return LocalTime.parse(digestAt);
  }
}
