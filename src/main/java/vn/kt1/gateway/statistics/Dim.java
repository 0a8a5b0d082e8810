package vn.kt1.gateway.statistics;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;

/** By what a figure is broken down. */
@NamedInterface("figures")
public enum Dim {
  SECRECY(Tally::secrecy),
  URGENCY(Tally::urgency),
  NETWORK(Tally::network),
  MONTH(Tally::month),
  UNIT(Tally::unit);

  private final Function<Tally, @Nullable String> value;

  Dim(Function<Tally, @Nullable String> value) {
    this.value = value;
  }

  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  String of(Tally tally) {
    return Optional.ofNullable(value.apply(tally)).orElse("");
  }
}
