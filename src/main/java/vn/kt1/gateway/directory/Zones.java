package vn.kt1.gateway.directory;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where provinces and units lie, from one day to another (both inclusive): provinces changed on
 * 2025-07-01, and with them what is within one.
 *
 * @param regions the provinces of each region
 * @param innerCity codes of units in the inner city of their province
 * @param special codes of units in areas of special geography, where no transit time is promised
 */
public record Zones(
    String id,
    LocalDate validFrom,
    @Nullable LocalDate validTo,
    Map<String, Set<String>> regions,
    Set<String> innerCity,
    Set<String> special,
    String source,
    boolean verified) {

  public Zones {
    regions = Map.copyOf(regions);
    innerCity = Set.copyOf(innerCity);
    special = Set.copyOf(special);
  }

  public boolean inForceOn(LocalDate day) {
    return !day.isBefore(validFrom) && (validTo == null || !day.isAfter(validTo));
  }

  Zone between(Unit sender, Unit recipient) {
    if (sender.province().equals(recipient.province())) {
      boolean city = innerCity.containsAll(List.of(sender.code(), recipient.code()));
      return city ? Zone.WITHIN_CITY : Zone.WITHIN_PROVINCE;
    }
    boolean region =
        regions.values().stream()
            .anyMatch(all -> all.containsAll(List.of(sender.province(), recipient.province())));
    return region ? Zone.WITHIN_REGION : Zone.BETWEEN_PROVINCES;
  }
}
