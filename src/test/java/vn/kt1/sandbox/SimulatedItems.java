package vn.kt1.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** What the tracking simulator knows of items: a durable file each, so that a kill forgets none. */
public final class SimulatedItems {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path folder;
  private volatile Consumer<String> changed = code -> {};

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
    changed.accept(code);
  }

  /** Beside what is known already; the same entry twice is once. */
  synchronized void add(String code, List<SimulatedEntry> entries) throws IOException {
    Set<SimulatedEntry> all = new LinkedHashSet<>(get(code).orElse(List.of()));
    all.addAll(entries);
    put(code, List.copyOf(all));
  }

  /** Who is to know that the history of an item is another now. */
  void onChange(Consumer<String> told) {
    changed = told;
  }

  /** The codes of all items that changed last between these days, both included, in order. */
  synchronized List<String> changed(LocalDate from, LocalDate to) throws IOException {
    List<String> codes = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(each -> each.toString().endsWith(".json")).sorted().toList()) {
        String name = file.getFileName().toString().replaceFirst("\\.json$", "");
        String code = URLDecoder.decode(name, StandardCharsets.UTF_8);
        List<SimulatedEntry> entries = get(code).orElse(List.of());
        boolean within =
            entries.stream()
                .map(entry -> entry.at().toLocalDate())
                .max(Comparator.naturalOrder())
                .filter(day -> !day.isBefore(from) && !day.isAfter(to))
                .isPresent();
        if (within) {
          codes.add(code);
        }
      }
    }
    return codes;
  }

  private Path file(String code) {
    String name = code.replaceAll("[\\s.\\-]", "").toUpperCase(Locale.ROOT);
    return folder.resolve(URLEncoder.encode(name, StandardCharsets.UTF_8) + ".json");
  }
}
