package vn.kt1.gateway.startup;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;

/**
 * Every {@code gateway.*} key with its type, and every settings record with its prefix, as written
 * down when the code is compiled.
 */
record Metadata(Map<String, String> keys, Map<String, String> records) {

  private static final String FILE = "/META-INF/spring-configuration-metadata.json";

  /** Read once. */
  private static final class Written {
    private static final Metadata METADATA = read();
  }

  static Metadata ofTheGateway() {
    return Written.METADATA;
  }

  private static Metadata read() {
    Metadata all = new Metadata(new TreeMap<>(), new TreeMap<>());
    try (InputStream file = Metadata.class.getResourceAsStream(FILE)) {
      JsonNode written = new ObjectMapper().readTree(file);
      written.path("properties").forEach(all::keep);
      written.path("groups").forEach(all::keepRecord);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return all;
  }

  private void keep(JsonNode property) {
    String name = property.path("name").asText();
    if (name.startsWith("gateway.")) {
      keys.put(name, property.path("type").asText());
    }
  }

  /** A record within a record is bound with it. */
  private void keepRecord(JsonNode group) {
    String type = group.path("type").asText();
    String name = group.path("name").asText();
    if (name.startsWith("gateway.") && type.equals(group.path("sourceType").asText())) {
      records.put(type, name);
    }
  }
}
