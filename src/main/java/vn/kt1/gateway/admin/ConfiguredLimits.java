package vn.kt1.gateway.admin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.springframework.util.unit.DataSize;
import vn.kt1.gateway.intake.IntakeSettings;

/**
 * {@code gateway.intake} of a configuration folder, for a command. Spring would bind it as well,
 * but loading what it needs for that takes longer than all the rest of the command.
 */
final class ConfiguredLimits {

  private final Map<String, String> values = new HashMap<>();

  private ConfiguredLimits() {}

  static IntakeSettings of(Path folder) {
    ConfiguredLimits limits = new ConfiguredLimits();
    Path file = folder.resolve("application.yaml");
    if (Files.exists(file)) {
      limits.read(file);
    }
    return limits.over(IntakeSettings.usual());
  }

  private void read(Path file) {
    try {
      collect("", new YAMLMapper().readTree(file.toFile()));
    } catch (IOException e) {
      throw new Commands.UsageFault("no readable YAML: " + file);
    }
  }

  /** Keys may be nested, dotted, or both. */
  private void collect(String at, JsonNode node) {
    node.properties()
        .forEach(
            entry -> {
              String key = at + entry.getKey();
              collect(key + ".", entry.getValue());
              values.put(key, entry.getValue().asText());
            });
  }

  private IntakeSettings over(IntakeSettings usual) {
    return new IntakeSettings(
        number("envelopes", usual.envelopes()),
        number("rows", usual.rows()),
        number("faults", usual.faults()),
        new IntakeSettings.Json(
            number("json.depth", usual.json().depth()),
            number("json.number-length", usual.json().numberLength())),
        new IntakeSettings.Xlsx(
            number("xlsx.entries", usual.xlsx().entries()),
            DataSize.parse(value("xlsx.unfolded", usual.xlsx().unfolded().toString())),
            number("xlsx.ratio", usual.xlsx().ratio())),
        new IntakeSettings.Xml(
            number("xml.depth", usual.xml().depth()),
            number("xml.elements", usual.xml().elements()),
            number("xml.attributes", usual.xml().attributes())));
  }

  private int number(String key, int usual) {
    return Integer.parseInt(value(key, String.valueOf(usual)));
  }

  private String value(String key, String usual) {
    return values.getOrDefault("gateway.intake." + key, usual);
  }
}
