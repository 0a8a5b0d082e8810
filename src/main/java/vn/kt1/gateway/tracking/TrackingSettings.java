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
 * @param type the kind of code in a query; it is not verified which number means an item code
 * @param deadline the time of one request, from connecting to the last byte
 * @param requestsPerMinute the most requests in a minute, logins included
 * @param retryPause the pause before a query is repeated after a passing fault
 * @param urgent the pause between two queries about an urgent item; {@code every}: about any other
 * @param young after each such time the pause between two queries about an item doubles
 * @param stuckAfter after this time without news, queries become rarer, down to one each {@code
 *     rarely}
 * @param longestPause the longest pause before a failed query is repeated
 * @param alertAfter after this time without an answer the operators are told
 * @param changes the settings of the scan for changes
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

  // SECURITY: the text of the settings holds no password.
  @Override
  public String toString() {
    return "TrackingSettings[" + (asked() ? "asked" : "not asked") + "]";
  }
}
