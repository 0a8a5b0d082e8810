package vn.kt1.gateway.tracking;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.util.List;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;
import vn.kt1.gateway.directory.BadConfiguration.Fault;
import vn.kt1.gateway.directory.Directory;
import vn.kt1.gateway.inspection.SelfChecking;

/**
 * {@code gateway.tracking}: the tracking API of the post and our login there; a blank {@code url}
 * means that it is not asked.
 *
 * @param type of the code that is asked for; which number stands for an item code is unverified
 * @param deadline of one request, from connecting to the last byte
 * @param urgent between two questions about an urgent item, {@code every} about any other
 * @param stuckAfter without news, questions become rarer, down to one each {@code rarely}
 * @param longestPause before a failed question is asked again
 */
@Validated
@ConfigurationProperties("gateway.tracking")
public record TrackingSettings(
    @NotNull @DefaultValue("") String url,
    @NotNull @DefaultValue("") String user,
    @NotNull @DefaultValue("") String password,
    @NotNull @DefaultValue("") String customer,
    @NotBlank @DefaultValue("1") String type,
    @NotNull @DurationMin(millis = 100) @DefaultValue("10s") Duration deadline,
    @NotNull @DefaultValue("1MB") DataSize largestAnswer,
    @NotNull @DurationMin(seconds = 1) @DefaultValue("20m") Duration urgent,
    @NotNull @DurationMin(seconds = 1) @DefaultValue("1h") Duration every,
    @NotNull @DurationMin(seconds = 1) @DefaultValue("3d") Duration stuckAfter,
    @NotNull @DurationMin(seconds = 1) @DefaultValue("1d") Duration rarely,
    @NotNull @DurationMin(seconds = 1) @DefaultValue("10m") Duration longestPause)
    implements SelfChecking {

  boolean asked() {
    return !url.isBlank();
  }

  @Override
  public List<Fault> faults(Directory directory) {
    return asked() ? Address.faults(this) : List.of();
  }

  // SECURITY: whoever prints settings prints no password.
  @Override
  public String toString() {
    return "TrackingSettings[" + (asked() ? "asked" : "not asked") + "]";
  }
}
