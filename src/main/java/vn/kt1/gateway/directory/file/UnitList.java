package vn.kt1.gateway.directory.file;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import vn.kt1.gateway.directory.BadConfiguration;
import vn.kt1.gateway.directory.DataFile;

/** One list of units, CSV with a header. */
public final class UnitList {

  public static final String HEADER =
      "code,legacy_code,name,province,kind,eligibility,valid_from,valid_to,successor,address,"
          + "source,verified";

  private final Path file;
  private final List<BadConfiguration.Fault> faults;
  private final List<UnitRow> rows = new ArrayList<>();
  private boolean whole = true;

  UnitList(Path file, List<BadConfiguration.Fault> faults) {
    this.file = file;
    this.faults = faults;
  }

  /** Every row of as many cells as the header, in order; blank ones are skipped. */
  List<UnitRow> read() {
    try (CSVParser parser = DataFile.WITH_HEADER.parse(text())) {
      if (!String.join(",", parser.getHeaderNames()).equals(HEADER)) {
        unreadable(1, "the header is not that of a list of units", HEADER);
        return rows;
      }
      // A row may go over several lines; it is told by its first.
      long end = parser.getCurrentLineNumber();
      for (CSVRecord row : parser) {
        row(row, (int) end + 1);
        end = parser.getCurrentLineNumber();
      }
    } catch (IllegalArgumentException e) {
      // Thrown for a header with an empty or a repeated name.
      unreadable(1, "the header is not that of a list of units", HEADER);
    } catch (IOException | UncheckedIOException e) {
      unreadable(0, "the file cannot be read as UTF-8 CSV", "save it as CSV UTF-8");
    }
    return rows;
  }

  /** Whether all of the list could be read as rows, whatever is wrong in them. */
  boolean whole() {
    return whole;
  }

  /** Without the mark that spreadsheets put before UTF-8. */
  private Reader text() throws IOException {
    String text = Files.readString(file, StandardCharsets.UTF_8);
    return new StringReader(text.startsWith("\uFEFF") ? text.substring(1) : text);
  }

  private void row(CSVRecord row, int line) {
    if (row.stream().allMatch(String::isBlank)) {
      return; // as in hand-off files
    }
    if (row.isConsistent()) {
      rows.add(new UnitCells(row, file, line, faults).read());
    } else {
      unreadable(line, "the row has " + row.size() + " cells", "12 cells: " + HEADER);
    }
  }

  private void unreadable(int line, String wrong, String write) {
    whole = false;
    faults.add(new BadConfiguration.Fault(file.toString(), line, wrong, write));
  }
}
