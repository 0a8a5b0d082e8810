package vn.kt1.gateway.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.FileSystemResource;

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
  }
}
