package vn.kt1.gateway.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.boot.convert.ApplicationConversionService;
import vn.kt1.gateway.directory.BadConfiguration.Fault;
import vn.kt1.gateway.directory.Directory;

/** Nothing is erased sooner than after three years. */
class RetentionSettingsTest {

  @ParameterizedTest
  @ValueSource(strings = {"3y", "5y", "P10Y"})
  void whole_years_are_good(String after) {
    assertThat(faults(after)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"2y", "0y", "-5y", "36m", "1095d", "P3Y1M", "P5Y-1D"})
  void what_is_shorter_or_no_years_stops_the_start_and_is_told_what_to_write(String after) {
    assertThat(faults(after))
        .containsExactly(
            new Fault(
                "gateway.retention.after", 0, "is not three or more whole years", "3y or more"));
  }

  @Test
  void five_years_are_the_default() {
    assertThat(bound(Map.of()).after()).hasYears(5);
  }

  private static List<Fault> faults(String after) {
    return bound(Map.of("gateway.retention.after", after))
        .faults(new Directory(List.of(), List.of(), List.of()));
  }

  private static RetentionSettings bound(Map<String, String> settings) {
    return new Binder(
            List.of(new MapConfigurationPropertySource(settings)),
            null,
            ApplicationConversionService.getSharedInstance(),
            null)
        .bindOrCreate("gateway.retention", RetentionSettings.class);
  }
}
