package vn.kt1.gateway.report.figures;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Of which province and days figures are asked, and as of when.
 *
 * @param units codes that ever belonged to the province: what comes to them is received
 */
public record Asked(String province, List<String> units, Span span, Instant asOf) {

  public Asked {
    units = List.copyOf(units);
  }

  Map<String, Object> parameters() {
    Map<String, Object> all = new HashMap<>();
    all.put("province", province);
    all.put("units", units.toArray(String[]::new));
    all.put("begin", Timestamp.from(span.begin()));
    all.put("end", Timestamp.from(span.end()));
    all.put("asOf", Timestamp.from(asOf));
    boolean whole = span.hasWhole();
    all.put("firstMonth", whole ? span.firstWhole().toString() : "9999-12");
    all.put("lastMonth", whole ? span.lastWhole().toString() : "0000-01");
    // The days before the first whole month, and those after the last.
    Instant first = whole ? Span.midnight(span.firstWhole().atDay(1)) : span.end();
    Instant last = whole ? Span.midnight(span.lastWhole().plusMonths(1).atDay(1)) : span.end();
    all.put("firstWhole", Timestamp.from(first));
    all.put("lastWhole", Timestamp.from(last));
    return all;
  }
}
