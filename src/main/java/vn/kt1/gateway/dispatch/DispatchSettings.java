package vn.kt1.gateway.dispatch;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * {@code gateway.dispatch}: how long a claimed parcel stays with whoever claimed it, and how long
 * at most to wait between two attempts.
 */
@Validated
@ConfigurationProperties("gateway.dispatch")
public record DispatchSettings(
    @NotNull @DefaultValue("4m") Duration lease,
    @NotNull @DefaultValue("60s") Duration longestPause) {

  /** After so many attempts: it doubles, up to the longest. */
  Duration pause(int attempts) {
    Duration doubled = Duration.ofSeconds(1L << Math.min(attempts, 20));
    return doubled.compareTo(longestPause) < 0 ? doubled : longestPause;
  }
}
