package vn.kt1.gateway.tracking;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The part of {@code gateway.tracking} for polling: how many items are asked about in one round,
 * and how often and in what page size changes are read.
 */
@Validated
@ConfigurationProperties("gateway.tracking")
public record PollSettings(
    @Min(1) @Max(200) @DefaultValue("20") int page,
    @NotNull @DefaultValue("10s") Duration deadline,
    @NotNull @Valid @DefaultValue Changes changes) {

  /** The time between two scans, and the orders in one page. */
  public record Changes(
      @NotNull @DefaultValue("15m") Duration every,
      @Min(1) @Max(500) @DefaultValue("200") int size) {}

  /**
   * The longest time of a page: for each item a query, a login and the query again; and one request
   * to spare.
   */
  Duration lease() {
    return deadline.multipliedBy(3L * page + 1);
  }

  /**
   * The longest time of a scanned page: a query, a login, the query again; all this again; and one
   * request to spare.
   */
  Duration aQuestion() {
    return deadline.multipliedBy(7);
  }
}
