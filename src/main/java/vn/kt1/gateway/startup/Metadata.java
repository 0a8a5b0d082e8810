package vn.kt1.gateway.startup;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** Every {@code gateway.*} key with its type, as written down when the code is compiled. */
record Metadata(Map<String, String> keys, Map<String, String> records) {

  private static final String FILE = "/META-INF/spring-configuration-metadata.json";
  private static final String ROOT = "gateway.";

  /** Read once. */
  private static final class Written {
    private static final Metadata METADATA = read();
  }

  static Metadata ofTheGateway() {
    return Written.METADATA;
  }

  private static Metadata read() {
    try (InputStream file = Metadata.class.getResourceAsStream(FILE)) {
      return of(new ObjectMapper().readTree(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Metadata of(JsonNode written) {
    Map<String, String> keys = new TreeMap<>();
    for (JsonNode property : written.path("properties")) {
      keep(keys, property.path("name").asText(), property.path("type").asText());
    }
    Map<String, String> records = new LinkedHashMap<>();
    for (JsonNode group : written.path("groups")) {
      String type = group.path("type").asText();
      // A record within a record is bound with it.
      if (type.equals(group.path("sourceType").asText()) && ours(group.path("name").asText())) {
        records.put(type, group.path("name").asText());
      }
    }
    return new Metadata(keys, records);
  }

  private static void keep(Map<String, String> keys, String name, String type) {
    if (ours(name)) {
      keys.put(name, type);
    }
  }

  private static boolean ours(String name) {
    return name.startsWith(ROOT);
  }
}
