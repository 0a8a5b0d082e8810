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
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
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
    List<Map<String, @Nullable Object>> all = new ArrayList<>();
    compare("province", rows(before, "provinces", "id"), rows(after, "provinces", "id"), all);
    compare(
        "unit",
        rows(before, "units", "code", "validFrom"),
        rows(after, "units", "code", "validFrom"),
        all);
    Map<String, Object> detail = new HashMap<>();
    detail.put("changes", all.subList(0, Math.min(NAMED, all.size())));
    detail.put("changeCount", all.size());
    detail.put("changesSha256", Sha256.of(write(all)));
    return detail;
  }

  private static void compare(
      String kind,
      SortedMap<String, Map<String, Object>> before,
      SortedMap<String, Map<String, Object>> after,
      List<Map<String, @Nullable Object>> all) {
    SortedSet<String> keys = new TreeSet<>(before.keySet());
    keys.addAll(after.keySet());
    for (String key : keys) {
      Map<String, Object> was = before.get(key);
      Map<String, Object> is = after.get(key);
      if (was == null || !was.equals(is)) {
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

  private static SortedMap<String, Map<String, Object>> rows(
      String content, String list, String... key) {
    SortedMap<String, Map<String, Object>> rows = new TreeMap<>();
    for (JsonNode row : read(content).path(list)) {
      StringBuilder name = new StringBuilder();
      for (String part : key) {
        name.append(name.isEmpty() ? "" : " ").append(row.path(part).asText());
      }
      rows.put(name.toString(), map(row));
    }
    return rows;
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> map(JsonNode row) {
    return JSON.convertValue(row, TreeMap.class);
  }

  private static JsonNode read(String content) {
    try {
      return JSON.readTree(content);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a kept directory is no JSON", e);
    }
  }

  private static String write(Object all) {
    try {
      return JSON.writeValueAsString(all);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("changes cannot be written as JSON", e);
    }
  }
}
