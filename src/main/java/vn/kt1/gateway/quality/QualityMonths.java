package vn.kt1.gateway.quality;

import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.kt1.gateway.directory.Caller;
import vn.kt1.gateway.directory.Caller.Role;
import vn.kt1.gateway.directory.Directory;
import vn.kt1.gateway.directory.Unit;

/** The months of units, for those who may see them. */
@Component
class QualityMonths {

  private final QualityRows rows;
  private final Directory directory;
  private final QualitySettings settings;
  private final Clock clock;

  QualityMonths(QualityRows rows, Directory directory, QualitySettings settings, Clock clock) {
    this.rows = rows;
    this.directory = directory;
    this.settings = settings;
    this.clock = clock;
  }

  /** Empty for a unit that is not known, or whose degree data the caller may not see. */
  Optional<QualityMonth> of(Caller caller, String unit, YearMonth month) {
    return directory
        .unit(unit, month.atEndOfMonth())
        .filter(known -> directory.hasProvince(known.province()) && sees(caller, known))
        .map(
            known ->
                new QualityMonth(
                    known,
                    directory.province(known.province()),
                    month,
                    clock.instant(),
                    settings.lastDay(month),
                    rows.of(known.code(), month)));
  }

  /** SECURITY: results are degree data (CONTRACT, 3.4); of a Department, those of its province. */
  private static boolean sees(Caller caller, Unit unit) {
    return caller.seesDegree(unit.code())
        && (caller.role() != Role.DEPARTMENT || unit.province().equals(caller.province()));
  }

  /** Of all units with volume that the caller may see. */
  List<QualityRows.Confirmed> confirmed(Caller caller, YearMonth month) {
    return rows.confirmed(month, caller.role() == Role.DEPARTMENT ? caller.province() : null);
  }

  String name(String unit, YearMonth month) {
    return directory.unit(unit, month.atEndOfMonth()).map(Unit::name).orElse(unit);
  }
}
