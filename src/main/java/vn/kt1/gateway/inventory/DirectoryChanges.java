package vn.kt1.gateway.inventory;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.kt1.gateway.shipment.Sha256;

/** What differs between two contents of the directory, row by row. */
final class DirectoryChanges {

  /** So many are named; of all of them there is always their number and a digest. */
  static final int NAMED = 500;

  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build();

  private DirectoryChanges() {}

  /** {@code changes}, {@code changeCount} and {@code changesSha256} of the evidence. */
  static Map<String, Object> detail(String before, String after) {
    try {
      List<Map<String, @Nullable Object>> all = new ArrayList<>();
      compare("province", rows(before, "provinces", "id"), rows(after, "provinces", "id"), all);
      compare("zones", rows(before, "zones", "id"), rows(after, "zones", "id"), all);
      String[] key = {"code", "validFrom"};
      compare("unit", rows(before, "units", key), rows(after, "units", key), all);
      return new HashMap<>(
          Map.of(
              "changes", all.subList(0, Math.min(NAMED, all.size())),
              "changeCount", all.size(),
              "changesSha256", Sha256.of(JSON.writeValueAsString(all))));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a kept directory is no JSON", e);
    }
  }

  private static void compare(
      String kind,
      Map<String, Object> before,
      Map<String, Object> after,
      List<Map<String, @Nullable Object>> all) {
    SortedSet<String> keys = new TreeSet<>(before.keySet());
    keys.addAll(after.keySet());
    for (String key : keys) {
      Object was = before.get(key);
      Object is = after.get(key);
      if (!Objects.equals(was, is)) {
        Map<String, @Nullable Object> change = new TreeMap<>();
        change.put("kind", kind);
        change.put("key", key);
        change.put("change", was == null ? "added" : is == null ? "removed" : "changed");
        change.put("before", was);
        change.put("after", is);
        all.add(change);
      }
    }
  }

  /** By their keys, whose parts are told with a space between. */
  private static Map<String, Object> rows(String content, String list, String... key)
      throws JsonProcessingException {
    Map<String, Object> rows = new HashMap<>();
    for (JsonNode row : JSON.readTree(content).path(list)) {
      String name =
          Stream.of(key).map(part -> row.path(part).asText()).collect(Collectors.joining(" "));
      rows.put(name, JSON.convertValue(row, TreeMap.class));
    }
    return rows;
  }
}
