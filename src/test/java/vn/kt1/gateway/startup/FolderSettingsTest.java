package vn.kt1.gateway.startup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.util.unit.DataSize;
import vn.kt1.gateway.directory.BadConfiguration;
import vn.kt1.gateway.intake.IntakeSettings;

/** A command reads what the gateway would read. */
class FolderSettingsTest {

  private static final String VARIABLES =
      StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME;

  private static final IntakeSettings USUAL = IntakeSettings.usual();

  private static final List<String> KEYS =
      List.of(
          "envelopes",
          "rows",
          "faults",
          "json.depth",
          "json.number-length",
          "xlsx.entries",
          "xlsx.unfolded",
          "xlsx.ratio",
          "xml.depth",
          "xml.elements",
          "xml.attributes");

  @TempDir Path folder;

  private final Map<String, String> variables = new HashMap<>();

  @Test
  void limits_are_the_usual_ones_where_nothing_is_said() throws IOException {
    assertThat(limits()).isEqualTo(USUAL);
    write("");
    assertThat(limits()).isEqualTo(USUAL);
    write("gateway: {door: {poll: 1s}}");
    assertThat(limits()).isEqualTo(USUAL);
    assertThat(ofTheGateway()).isEqualTo(USUAL);
  }

  @Test
  void limits_of_the_file_count_however_it_is_nested() throws IOException {
    write(
        """
        gateway:
          intake:
            envelopes: 7
            rows: 70
            xlsx: {entries: 11, unfolded: 12MB, ratio: 13}
            xml.depth: 18
        gateway.intake.xml: {elements: 1500, attributes: 15}
        """);
    assertThat(limits()).isEqualTo(ofTheGateway());
    assertThat(limits().xml()).isEqualTo(new IntakeSettings.Xml(18, 1500, 15));
    assertThat(limits().xlsx().unfolded()).isEqualTo(DataSize.ofMegabytes(12));
  }

  @Test
  void limits_are_the_usual_ones_in_the_file_we_hand_out() {
    assertThat(bound(Path.of("config"))).isEqualTo(USUAL);
  }

  @Test
  void a_variable_counts_more_than_the_file() throws IOException {
    write("gateway.intake: {rows: 70, json.number-length: 17}");
    variables.put("GATEWAY_INTAKE_ROWS", "3");
    variables.put("GATEWAY_INTAKE_JSON_NUMBERLENGTH", "19");
    assertThat(limits().rows()).isEqualTo(3);
    assertThat(limits().json().numberLength()).isEqualTo(19);
    assertThat(limits()).isEqualTo(ofTheGateway());
  }

  /** Each limit said somewhere or nowhere: in the file, in a variable, in a variable it names. */
  @RepeatedTest(50)
  void limits_are_those_the_gateway_binds(RepetitionInfo run) throws IOException {
    Random random = new Random(run.getCurrentRepetition());
    StringBuilder lines = new StringBuilder();
    for (String key : KEYS) {
      String value = (20 + random.nextInt(400)) + (key.endsWith("unfolded") ? "KB" : "");
      String variable = key.toUpperCase(Locale.ROOT).replace('.', '_');
      if (random.nextBoolean()) {
        boolean named = random.nextBoolean();
        String written = named ? "${SOME_" + variable.replace('-', '_') + ":" + value + "}" : value;
        lines.append("gateway.intake.").append(key).append(": ").append(written).append('\n');
      }
      say("SOME_" + variable.replace('-', '_'), random);
      say("GATEWAY_INTAKE_" + variable.replace("-", ""), random);
      say("GATEWAY_INTAKE_" + variable.replace('-', '_'), random);
    }
    write(lines.toString());
    assertThat(limits()).as("%s%s", lines, variables).isEqualTo(ofTheGateway());
  }

  private void say(String variable, Random random) {
    if (random.nextInt(4) == 0) {
      variables.put(variable, "" + (500 + random.nextInt(400)));
    }
  }

  @Test
  void a_value_of_another_kind_is_told_with_its_place_and_without_itself() throws IOException {
    variables.put("GATEWAY_INTAKE_ROWS", "xyzzy");
    assertThatThrownBy(this::limits)
        .isInstanceOf(BadConfiguration.class)
        .hasMessageStartingWith("GATEWAY_INTAKE_ROWS: gateway.intake.rows cannot be used")
        .hasMessageNotContaining("xyzzy");
  }

  @Test
  void a_secret_is_read_from_its_file() throws IOException {
    Path file = Files.writeString(folder.resolve("password"), "open sesame\n");
    variables.put("GATEWAY_DB_PASSWORD_FILE", file.toString());
    assertThat(settings(folder).text("spring.datasource.password")).isEqualTo("open sesame");
    assertThat(settings(folder).text("spring.datasource.username")).isEmpty();
    Files.delete(file);
    assertThatThrownBy(() -> settings(folder).text("spring.datasource.password"))
        .isInstanceOf(BadConfiguration.class)
        .hasMessageStartingWith("GATEWAY_DB_PASSWORD_FILE: the file cannot be read");
  }

  private void write(String yaml) throws IOException {
    Files.writeString(folder.resolve("application.yaml"), yaml);
  }

  private FolderSettings settings(Path where) {
    return FolderSettings.of(where, variables);
  }

  private IntakeSettings limits() {
    return bound(folder);
  }

  private IntakeSettings bound(Path where) {
    return settings(where).bound("gateway.intake", IntakeSettings.class);
  }

  /** By Boot's own way of finding and reading files. */
  private IntakeSettings ofTheGateway() {
    StandardEnvironment environment = new StandardEnvironment();
    environment
        .getPropertySources()
        .replace(VARIABLES, new SystemEnvironmentPropertySource(VARIABLES, Map.copyOf(variables)));
    String where = "classpath:/,file:" + folder + "/";
    environment
        .getPropertySources()
        .addFirst(new MapPropertySource("where", Map.of("spring.config.location", where)));
    ConfigDataEnvironmentPostProcessor.applyTo(environment);
    return Binder.get(environment).bindOrCreate("gateway.intake", IntakeSettings.class);
  }
}
