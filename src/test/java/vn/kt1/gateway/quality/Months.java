package vn.kt1.gateway.quality;

import java.nio.file.Path;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.kt1.gateway.directory.Directory;
import vn.kt1.gateway.directory.DirectoryFolder;

/** Months and rows of tests. */
final class Months {

  static final YearMonth OCTOBER = YearMonth.of(2026, 10);
  static final Instant AS_OF = Instant.parse("2026-11-03T01:30:00Z");
  static final QualitySettings SETTINGS =
      new QualitySettings(3, 20, java.time.Duration.ofMinutes(10));
  static final Directory DIRECTORY =
      DirectoryFolder.read(Path.of("src/test/resources/sandbox/config"));

  private Months() {}

  static QualityMonth of(Instant asOf, List<QualityRow> rows) {
    return new QualityMonth(
        DIRECTORY.unit("H24.16", OCTOBER.atEndOfMonth()).orElseThrow(),
        DIRECTORY.province("hai-phong"),
        OCTOBER,
        asOf,
        SETTINGS.lastDay(OCTOBER),
        rows);
  }

  static QualityRow row(String id, @Nullable String due, @Nullable String attempted) {
    return row(id, due, attempted, null);
  }

  static QualityRow row(
      String id, @Nullable String due, @Nullable String attempted, @Nullable String excluded) {
    Instant at = instant(attempted);
    return new QualityRow(
        id,
        "EE123456785VN",
        Instant.parse("2026-10-05T02:00:00Z"),
        instant(due),
        at,
        excluded,
        at,
        at != null,
        false,
        0,
        null,
        null);
  }

  static QualityRow answered(QualityRow row, boolean agreed, @Nullable String reason) {
    return new QualityRow(
        row.shipmentId(),
        row.itemCode(),
        row.accepted(),
        row.due(),
        row.attempted(),
        row.excluded(),
        row.delivered(),
        row.firstAttempt(),
        row.returned(),
        row.incidents(),
        agreed,
        reason);
  }

  static QualityRow troubled(QualityRow row, boolean returned, int incidents) {
    return new QualityRow(
        row.shipmentId(),
        row.itemCode(),
        row.accepted(),
        row.due(),
        row.attempted(),
        row.excluded(),
        returned ? null : row.delivered(),
        row.firstAttempt() && !returned,
        returned,
        incidents,
        row.agreed(),
        row.reason());
  }

  /** One row of each result, and some that were said something of. */
  static List<QualityRow> one() {
    return List.of(
        row("HP00-ON-TIME-001", "2026-10-07T02:00:00Z", "2026-10-06T03:00:00Z"),
        answered(
            row("HP00-EDGE-000002", "2026-10-06T03:00:00Z", "2026-10-06T03:00:00Z"), true, null),
        answered(
            troubled(
                row("HP00-LATE-000003", "2026-10-06T03:00:00Z", "2026-10-06T03:00:01Z"), true, 2),
            false,
            "Bưu điện phát ngày 07/10, không phải ngày 06/10; đơn vị nhận đã ký sổ buổi chiều"),
        row("HP00-NO-TARGET04", null, "2026-10-06T03:00:00Z"),
        row("HP00-EXCLUDED-05", "2026-10-06T03:00:00Z", "2026-10-09T03:00:00Z", "FORCE_MAJEURE"),
        row("HP00-OPEN-000006", "2026-11-20T03:00:00Z", null),
        row("HP00-LATE-000007", "2026-10-20T03:00:00Z", null));
  }

  private static @Nullable Instant instant(@Nullable String text) {
    return text == null ? null : Instant.parse(text);
  }
}
