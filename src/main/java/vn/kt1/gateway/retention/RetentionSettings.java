package vn.kt1.gateway.retention;

import jakarta.validation.constraints.NotNull;
import java.time.Period;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;
import vn.kt1.gateway.directory.BadConfiguration.Fault;
import vn.kt1.gateway.directory.Directory;
import vn.kt1.gateway.startup.SelfChecking;

/**
 * {@code gateway.retention}: how long after the end of its way the texts of a shipment are kept.
 */
@Validated
@ConfigurationProperties("gateway.retention")
public record RetentionSettings(@NotNull @DefaultValue("5y") Period after) implements SelfChecking {

  private static final int FEWEST_YEARS = 3;

  /**
   * Electronic data of KT1 are kept for at least three years (TT 16/2017/TT-BTTTT Đ.13, superseded,
   * unverified for today; it speaks of the post).
   */
  @Override
  public List<Fault> faults(Directory directory) {
    boolean years = after.getMonths() == 0 && after.getDays() == 0;
    return years && after.getYears() >= FEWEST_YEARS
        ? List.of()
        : List.of(
            new Fault(
                "gateway.retention.after", 0, "is not three or more whole years", "3y or more"));
  }
}
