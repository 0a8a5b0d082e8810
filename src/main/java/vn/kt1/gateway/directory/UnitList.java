package vn.kt1.gateway.directory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** One list of units, CSV with a header. */
final class UnitList {

  private static final String HEADER =
      "code,legacy_code,name,province,kind,eligibility,valid_from,valid_to,successor,address,"
          + "source,verified";

  private final Path file;
  private final List<BadConfiguration.Fault> faults;

  UnitList(Path file, List<BadConfiguration.Fault> faults) {
    this.file = file;
    this.faults = faults;
  }

  List<Unit> read() {
    List<Unit> units = new ArrayList<>();
    try (var rows =
        CSVFormat.RFC4180
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .get()
            .parse(Files.newBufferedReader(file, StandardCharsets.UTF_8))) {
      if (!String.join(",", rows.getHeaderNames()).equals(HEADER)) {
        fault(1, "the header is not that of a list of units", HEADER);
        return units;
      }
      int line = 2;
      for (CSVRecord row : rows) {
        unit(row, line++).ifPresent(units::add);
      }
    } catch (IllegalArgumentException e) {
      // Thrown for a header with an empty or a repeated name.
      fault(1, "the header is not that of a list of units", HEADER);
    } catch (IOException | UncheckedIOException e) {
      fault(0, "the file cannot be read as UTF-8 CSV", "save it as CSV UTF-8");
    }
    return units;
  }

  private Optional<Unit> unit(CSVRecord row, int line) {
    if (!row.isConsistent()) {
      fault(line, "the row has " + row.size() + " cells", "12 cells: " + HEADER);
      return Optional.empty();
    }
    try {
      return Optional.of(
          new Unit(
              row.get("code"),
              row.get("name"),
              row.get("province"),
              Unit.Eligibility.valueOf(row.get("eligibility")),
              LocalDate.parse(row.get("valid_from")),
              row.get("valid_to").isEmpty() ? null : LocalDate.parse(row.get("valid_to")),
              orNull(row.get("successor")),
              orNull(row.get("address")),
              row.get("source"),
              row.get("verified").equals("true")));
    } catch (RuntimeException e) {
      fault(
          line, "eligibility or a date cannot be read", "QD32, QD37 or NONE; dates as 2026-01-31");
      return Optional.empty();
    }
  }

  private void fault(int line, String wrong, String write) {
    faults.add(new BadConfiguration.Fault(file.toString(), line, wrong, write));
  }

  private static @Nullable String orNull(String cell) {
    return cell.isBlank() ? null : cell;
  }
}
