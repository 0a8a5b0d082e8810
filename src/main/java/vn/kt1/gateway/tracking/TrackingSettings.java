package vn.kt1.gateway.tracking;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;
import vn.kt1.gateway.directory.BadConfiguration.Fault;
import vn.kt1.gateway.directory.Directory;
import vn.kt1.gateway.startup.SelfChecking;

/**
 * {@code gateway.tracking}: the tracking API of the post and our login there; a blank {@code url}
 * means that it is not asked.
 *
 * @param type of the code that is asked for; which number stands for an item code is unverified
 * @param deadline of one request, from connecting to the last byte
 * @param requestsPerMinute at most, logins among them
 * @param retryPause before a question is asked once more after a passing fault
 * @param urgent between two questions about an urgent item, {@code every} about any other
 * @param young for so long an item is asked about as often; twice as rarely for as long again, and
 *     so on
 * @param stuckAfter without news, questions become rarer, down to one each {@code rarely}
 * @param longestPause before a failed question is asked again
 * @param alertAfter when nothing was answered for so long, the operators are told
 * @param changes the look-up of what has changed
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
    @Min(12) @Max(100_000) @DefaultValue("120") int requestsPerMinute,
    @NotNull @DurationMin(millis = 1) @DefaultValue("500ms") Duration retryPause,
    @NotNull @DurationMin(seconds = 1) @DefaultValue("20m") Duration urgent,
    @NotNull @DurationMin(seconds = 1) @DefaultValue("1h") Duration every,
    @NotNull @DurationMin(seconds = 1) @DefaultValue("5d") Duration young,
    @NotNull @DurationMin(seconds = 1) @DefaultValue("3d") Duration stuckAfter,
    @NotNull @DurationMin(seconds = 1) @DefaultValue("1d") Duration rarely,
    @NotNull @DurationMin(seconds = 3) @DefaultValue("10m") Duration longestPause,
    @NotNull @DurationMin(seconds = 1) @DefaultValue("1h") Duration alertAfter,
    @NotNull @Valid @DefaultValue Changes changes)
    implements SelfChecking {

  /**
   * {@code gateway.tracking.changes}: whether, how often and by how many at once it is asked which
   * items have changed.
   */
  public record Changes(
      @DefaultValue("true") boolean asked,
      @NotNull @DurationMin(seconds = 1) @DefaultValue("15m") Duration every,
      @Min(1) @Max(500) @DefaultValue("200") int size) {}

  boolean asked() {
    return !url.isBlank();
  }

  @Override
  public List<Fault> faults(Directory directory) {
    List<Fault> faults = new ArrayList<>(asked() ? Address.faults(this) : List.of());
    if (urgent.compareTo(every) > 0) {
      faults.add(order("urgent", "every"));
    }
    if (every.compareTo(rarely) > 0) {
      faults.add(order("every", "rarely"));
    }
    return faults;
  }

  private static Fault order(String less, String more) {
    String wrong = "is more than gateway.tracking." + more;
    return new Fault("gateway.tracking." + less, 0, wrong, "urgent <= every <= rarely");
  }

  // SECURITY: whoever prints settings prints no password.
  @Override
  public String toString() {
    return "TrackingSettings[" + (asked() ? "asked" : "not asked") + "]";
  }
}
