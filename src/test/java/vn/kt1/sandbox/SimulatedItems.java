package vn.kt1.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What the tracking simulator knows of items: a durable file each, so that a kill forgets none. */
public final class SimulatedItems {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path folder;

  SimulatedItems(Path folder) throws IOException {
    this.folder = Files.createDirectories(folder);
  }

  synchronized Optional<List<SimulatedEntry>> get(String code) throws IOException {
    Path file = file(code);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    List<SimulatedEntry> entries = new ArrayList<>();
    for (JsonNode stored : JSON.readTree(file.toFile())) {
      entries.add(SimulatedEntry.read(stored));
    }
    return Optional.of(entries);
  }

  /** In place of whatever was known of the item. */
  public synchronized void put(String code, List<SimulatedEntry> entries) throws IOException {
    ArrayNode stored = JSON.createArrayNode();
    entries.forEach(entry -> stored.add(entry.stored(JSON.createObjectNode())));
    DurableFile.write(file(code), JSON.writeValueAsBytes(stored));
  }

  /** Beside what is known already; the same entry twice is once. */
  synchronized void add(String code, List<SimulatedEntry> entries) throws IOException {
    Set<SimulatedEntry> all = new LinkedHashSet<>(get(code).orElse(List.of()));
    all.addAll(entries);
    put(code, List.copyOf(all));
  }

  private Path file(String code) {
    String name = code.replaceAll("[\\s.\\-]", "").toUpperCase(Locale.ROOT);
    return folder.resolve(URLEncoder.encode(name, StandardCharsets.UTF_8) + ".json");
  }
}
