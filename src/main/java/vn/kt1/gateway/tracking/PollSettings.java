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
 * What the ledger needs of {@code gateway.tracking}: how many items are asked about in one go, and
 * how often and by how many at once it is asked what has changed.
 */
@Validated
@ConfigurationProperties("gateway.tracking")
public record PollSettings(
    @Min(1) @Max(200) @DefaultValue("20") int page,
    @NotNull @DefaultValue("10s") Duration deadline,
    @NotNull @Valid @DefaultValue Changes changes) {

  /** Between two looks, and orders in one page. */
  public record Changes(
      @NotNull @DefaultValue("15m") Duration every,
      @Min(1) @Max(500) @DefaultValue("200") int size) {}

  /** A question, a login and the question again, for each item of a page; and one more to spare. */
  Duration lease() {
    return deadline.multipliedBy(3L * page + 1);
  }

  /** A question, a login, the question again; all that once more; and one to spare. */
  Duration aQuestion() {
    return deadline.multipliedBy(7);
  }
}
