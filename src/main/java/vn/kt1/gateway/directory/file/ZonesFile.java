package vn.kt1.gateway.directory.file;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.kt1.gateway.directory.BadConfiguration.Fault;
import vn.kt1.gateway.directory.PlainText;
import vn.kt1.gateway.directory.Unit;
import vn.kt1.gateway.directory.Zones;
import vn.kt1.gateway.directory.file.DatedTables.Dated;

/** The keys of {@code zones/<name>.yaml}: where provinces and units lie. */
public record ZonesFile(
    YamlBlock block,
    @Key(needed = true) LocalDate from,
    @Key(empty = true) @Nullable LocalDate to,
    Map<Scalar, List<Scalar>> regions,
    List<Scalar> innerCity,
    List<Scalar> special,
    @Key(needed = true) String source,
    @Key(needed = true) boolean verified) {

  /** Null where a fault was told. */
  public static @Nullable Zones read(Path file, UnitLists units, List<Fault> faults) {
    int before = faults.size();
    ZonesFile read = YamlFile.read(file, ZonesFile.class, faults);
    Zones zones = read == null ? null : read.zones(YamlFile.stem(file), units);
    return faults.size() == before ? zones : null;
  }

  public static void checkTogether(List<Zones> all, Path folder, List<Fault> faults) {
    DatedTables.check(
        all.stream().map(one -> new Dated(one.id(), one.validFrom(), one.validTo())).toList(),
        folder,
        faults);
  }

  private @Nullable Zones zones(String id, UnitLists units) {
    if (block.broken()) {
      return null;
    }
    if (to != null && to.isBefore(from)) {
      block.fault("to", "to is before from", "the last day");
    }
    if (verified && Unit.synthetic(source)) {
      block.fault("verified", "a SYNTHETIC file is verified", "verified: false");
    }
    return new Zones(
        id,
        from,
        to,
        readRegions(),
        codes(innerCity, units),
        codes(special, units),
        source,
        verified);
  }

  private Map<String, Set<String>> readRegions() {
    Map<String, Set<String>> all = new LinkedHashMap<>();
    Map<String, String> lies = new HashMap<>();
    regions.forEach(
        (region, provinces) -> {
          PlainText.check(
              "regions", region.text(), (wrong, write) -> block.fault("regions", wrong, write));
          for (Scalar province : provinces) {
            String other = lies.putIfAbsent(province.text(), region.text());
            if (!UnitCells.province(province.text())) {
              block.fault(province, "is no id of a province", "such as hai-phong");
            } else if (other != null) {
              block.fault(province, "lies in " + other + " already", "each province once");
            }
          }
          all.put(
              region.text(),
              provinces.stream()
                  .map(Scalar::text)
                  .collect(Collectors.toCollection(LinkedHashSet::new)));
        });
    return all;
  }

  private Set<String> codes(List<Scalar> written, UnitLists units) {
    Set<String> codes = new HashSet<>();
    for (Scalar code : written) {
      if (!units.mayKnow(code.text())) {
        block.fault(code, "is in no list of units", "a code of units/*.csv");
      } else if (!codes.add(code.text())) {
        block.fault(code, "stands here twice", "each unit once");
      }
    }
    return codes;
  }
}
