package vn.kt1.gateway.directory.file;

import java.nio.file.Path;
import java.util.List;
import vn.kt1.gateway.directory.BadConfiguration;

/** The lists of units, {@code units/*.csv}. */
public final class UnitList {

  public static final String HEADER =
      "code,legacy_code,name,province,kind,eligibility,valid_from,valid_to,successor,address,"
          + "source,verified";

  private UnitList() {}

  static CsvList<UnitRow> of(Path file, List<BadConfiguration.Fault> faults) {
    return new CsvList<>(
        file,
        HEADER,
        "a list of units",
        (row, line) -> new UnitCells(row, file, line, faults).read(),
        faults);
  }
}
