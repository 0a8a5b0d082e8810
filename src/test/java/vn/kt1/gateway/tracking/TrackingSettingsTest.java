package vn.kt1.gateway.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.FileSystemResource;
import vn.kt1.gateway.directory.BadConfiguration.Fault;

class TrackingSettingsTest {

  @ParameterizedTest
  @ValueSource(strings = {"config/application.yaml", "src/main/resources/application.yaml"})
  void what_is_delivered_are_the_defaults_and_asks_nobody(String file) throws Exception {
    StandardEnvironment environment = new StandardEnvironment();
    new YamlPropertySourceLoader()
        .load(file, new FileSystemResource(Path.of(file)))
        .forEach(environment.getPropertySources()::addLast);
    Binder binder = Binder.get(environment);
    TrackingSettings delivered = binder.bind("gateway.tracking", TrackingSettings.class).get();
    TrackingSettings defaults = binder.bindOrCreate("nothing.here", TrackingSettings.class);
    assertThat(delivered).usingRecursiveComparison().isEqualTo(defaults);
    assertThat(delivered.asked()).isFalse();
    assertThat(delivered.faults(null)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"2h, 1h, 1d, gateway.tracking.urgent", "20m, 2d, 1d, gateway.tracking.every"})
  void no_start_when_the_more_urgent_would_be_asked_about_later(
      String urgent, String every, String rarely, String key) {
    StandardEnvironment environment = new StandardEnvironment();
    Map<String, Object> written = Map.of("t.urgent", urgent, "t.every", every, "t.rarely", rarely);
    environment.getPropertySources().addFirst(new MapPropertySource("test", written));
    TrackingSettings settings = Binder.get(environment).bind("t", TrackingSettings.class).get();
    assertThat(settings.faults(null)).singleElement().extracting(Fault::file).isEqualTo(key);
  }
}
