package vn.kt1.gateway.tariff;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import vn.kt1.gateway.directory.PriceTable;
import vn.kt1.gateway.shipment.Sha256;

/** A price table as JSON that does not depend on the order in its file, and the digest of it. */
record KeptTariff(PriceTable table, String content, String sha256) {

  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build();

  static KeptTariff of(PriceTable table) {
    Map<String, @Nullable Object> all = new TreeMap<>();
    all.put("id", table.id());
    all.put("name", table.name());
    all.put("from", table.validFrom().toString());
    all.put("to", table.validTo() == null ? null : table.validTo().toString());
    all.put("provinces", new TreeSet<>(table.provinces()));
    all.put("vatPercent", table.vatPercent().toPlainString());
    all.put("steps", table.steps());
    all.put("further", table.further());
    all.put("most", table.most());
    Map<String, Object> zones = new TreeMap<>();
    table
        .zones()
        .forEach(
            (zone, prices) ->
                zones.put(
                    zone.name(), Map.of("prices", prices.steps(), "further", prices.further())));
    all.put("zones", zones);
    all.put("surcharges", new TreeMap<>(table.surcharges()));
    all.put("source", table.source());
    all.put("verified", table.verified());
    try {
      String content = JSON.writeValueAsString(all);
      return new KeptTariff(table, content, Sha256.of(content));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a price table cannot be written as JSON", e);
    }
  }
}
