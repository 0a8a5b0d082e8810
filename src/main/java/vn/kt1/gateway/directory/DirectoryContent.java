package vn.kt1.gateway.directory;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.MonthDay;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.kt1.gateway.shipment.Sha256;

/**
 * Writes units, provinces and zones as JSON that does not depend on the order of files and rows.
 * Decisions rest on it, so it is kept: years later it can be read and its digest computed again
 * (docs/data.md).
 */
final class DirectoryContent {

  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build();

  /** Enough of a digest to see that an address has changed, without telling the address. */
  private static final int DIGITS = 16;

  private DirectoryContent() {}

  static String of(
      Collection<Unit> units, Collection<Province> provinces, Collection<Zones> zones) {
    Map<String, Object> all = new TreeMap<>();
    all.put(
        "units",
        units.stream()
            .sorted(
                Comparator.comparing(Unit::code)
                    .thenComparing(Unit::validFrom)
                    .thenComparing(Unit::toString))
            .map(DirectoryContent::unit)
            .toList());
    all.put(
        "provinces",
        provinces.stream()
            .sorted(Comparator.comparing(Province::id))
            .map(DirectoryContent::province)
            .toList());
    all.put(
        "zones",
        zones.stream()
            .sorted(Comparator.comparing(Zones::validFrom))
            .map(DirectoryContent::zones)
            .toList());
    try {
      return JSON.writeValueAsString(all);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the directory cannot be written as JSON", e);
    }
  }

  private static Map<String, @Nullable Object> unit(Unit unit) {
    Map<String, @Nullable Object> row = new TreeMap<>();
    row.put("code", unit.code());
    row.put("legacyCode", unit.legacyCode());
    row.put("name", unit.name());
    row.put("province", unit.province());
    row.put("kind", unit.kind());
    row.put("eligibility", unit.eligibility().name());
    row.put("validFrom", unit.validFrom().toString());
    row.put("validTo", unit.validTo() == null ? null : unit.validTo().toString());
    row.put("successor", unit.successor());
    row.put("address", unit.address());
    row.put("source", unit.source());
    row.put("verified", unit.verified());
    return row;
  }

  private static Map<String, @Nullable Object> province(Province province) {
    Map<String, @Nullable Object> row = new TreeMap<>();
    row.put("id", province.id());
    row.put("name", province.name());
    row.put("ordinary", province.ordinary());
    row.put("expressTimed", province.expressTimed());
    row.put("guidance", province.guidance());
    row.put(
        "guidanceFrom",
        province.guidanceFrom() == null ? null : province.guidanceFrom().toString());
    row.put("guidanceVerified", province.guidanceVerified());
    row.put("departmentMail", digest(province.departmentMail()));
    row.put("secretOfficerMail", digest(province.secretOfficerMail()));
    row.put("policeMail", digest(province.policeMail()));
    row.put("report", report(province.report()));
    row.put(
        "urgency",
        province.haste().entrySet().stream()
            .collect(Collectors.toMap(one -> one.getKey().name(), one -> one.getValue().name())));
    return row;
  }

  private static Map<String, @Nullable Object> zones(Zones zones) {
    Map<String, @Nullable Object> row = new TreeMap<>();
    Map<String, Object> regions = new TreeMap<>();
    zones.regions().forEach((region, provinces) -> regions.put(region, new TreeSet<>(provinces)));
    row.put("id", zones.id());
    row.put("validFrom", zones.validFrom().toString());
    row.put("validTo", zones.validTo() == null ? null : zones.validTo().toString());
    row.put("regions", regions);
    row.put("innerCity", new TreeSet<>(zones.innerCity()));
    row.put("special", new TreeSet<>(zones.special()));
    row.put("source", zones.source());
    row.put("verified", zones.verified());
    return row;
  }

  private static @Nullable Object report(@Nullable ReportDuty duty) {
    if (duty == null) {
      return null;
    }
    Map<String, @Nullable Object> row = new TreeMap<>();
    row.put("periodStart", day(duty.periodStart()));
    row.put("dueBefore", day(duty.dueBefore()));
    row.put("mailOn", day(duty.mailOn()));
    row.put("mailAt", duty.mailAt().toString());
    row.put("cutOff", day(duty.cutOff()));
    row.put("formsOn", day(duty.formsOn()));
    row.put("remindOn", duty.remindOn().stream().map(DirectoryContent::day).toList());
    row.put("preliminaryOn", day(duty.preliminaryOn()));
    row.put("approval", duty.approval());
    row.put("summaries", duty.summaries().stream().map(Enum::name).sorted().toList());
    row.put("readers", duty.readers().stream().map(DirectoryContent::digest).toList());
    row.put("toDepartment", letter(duty.toDepartment()));
    row.put("compiled", letter(duty.compiled()));
    return row;
  }

  private static Map<String, @Nullable Object> letter(ReportLetter letter) {
    Map<String, @Nullable Object> row = new TreeMap<>();
    row.put("parent", letter.parent());
    row.put("issuer", letter.issuer());
    row.put("series", letter.series());
    row.put("place", letter.place());
    row.put("to", letter.to());
    row.put("authority", letter.authority());
    row.put("title", letter.title());
    row.put("copies", letter.copies());
    return row;
  }

  private static @Nullable String day(@Nullable MonthDay day) {
    return day == null ? null : day.toString().substring(2);
  }

  /** SECURITY: the directory is read by more people than addresses are for. */
  private static @Nullable String digest(@Nullable String address) {
    return address == null ? null : Sha256.of(address).substring(0, DIGITS);
  }
}
