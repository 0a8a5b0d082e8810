package vn.kt1.gateway.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.io.FileSystemResource;
import vn.kt1.gateway.intake.IntakeSettings;

/** A command reads the limits as the gateway does. */
class ConfiguredLimitsTest {

  @TempDir Path folder;

  @Test
  void are_the_usual_ones_where_nothing_is_said() throws IOException {
    assertThat(ConfiguredLimits.of(folder)).isEqualTo(IntakeSettings.usual());
    write("");
    assertThat(ConfiguredLimits.of(folder)).isEqualTo(IntakeSettings.usual());
    write("gateway: {door: {poll: 1s}}");
    assertThat(ConfiguredLimits.of(folder)).isEqualTo(IntakeSettings.usual());
    assertThat(bound()).isEqualTo(IntakeSettings.usual());
  }

  @Test
  void are_those_the_gateway_binds() throws IOException {
    write(
        """
        gateway:
          intake:
            envelopes: 7
            rows: 70
            faults: 700
            json: {depth: 9, number-length: 17}
            xlsx: {entries: 11, unfolded: 12MB, ratio: 13}
            xml.depth: 18
        gateway.intake.xml: {elements: 1500, attributes: 15}
        """);
    assertThat(ConfiguredLimits.of(folder)).isEqualTo(bound());
    assertThat(ConfiguredLimits.of(folder).xml()).isEqualTo(new IntakeSettings.Xml(18, 1500, 15));
  }

  @Test
  void are_the_usual_ones_in_the_file_we_hand_out() {
    assertThat(ConfiguredLimits.of(Path.of("config"))).isEqualTo(IntakeSettings.usual());
  }

  private void write(String yaml) throws IOException {
    Files.writeString(folder.resolve("application.yaml"), yaml);
  }

  private IntakeSettings bound() throws IOException {
    var file = new FileSystemResource(folder.resolve("application.yaml"));
    var sources = new YamlPropertySourceLoader().load("config", file);
    return new Binder(ConfigurationPropertySources.from(sources))
        .bindOrCreate("gateway.intake", IntakeSettings.class);
  }
}
