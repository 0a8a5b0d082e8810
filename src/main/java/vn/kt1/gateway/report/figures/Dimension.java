package vn.kt1.gateway.report.figures;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** By what a figure is broken down. */
public enum Dimension {
  SECRECY(ShipmentTally::secrecy),
  URGENCY(ShipmentTally::urgency),
  NETWORK(ShipmentTally::network),
  MONTH(ShipmentTally::month),
  UNIT(ShipmentTally::unit);

  private final Function<ShipmentTally, @Nullable String> value;

  Dimension(Function<ShipmentTally, @Nullable String> value) {
    this.value = value;
  }

  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  String of(ShipmentTally tally) {
    return Optional.ofNullable(value.apply(tally)).orElse("");
  }
}
