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

/**
 * A list of {@code config/}: CSV with exactly the header it must have.
 *
 * @param <T> what a row is read into
 */
final class CsvList<T> {

  /** Reads a row of as many cells as the header, and tells what is wrong in it. */
  interface RowReader<T> {
    T read(CSVRecord row, int line);
  }

  private final Path file;
  private final String header;
  private final String what;
  private final RowReader<T> reader;
  private final List<BadConfiguration.Fault> faults;
  private final List<T> rows = new ArrayList<>();
  private boolean whole = true;

  /**
   * @param what the list is one of, such as {@code a list of units}
   */
  CsvList(
      Path file,
      String header,
      String what,
      RowReader<T> reader,
      List<BadConfiguration.Fault> faults) {
    this.file = file;
    this.header = header;
    this.what = what;
    this.reader = reader;
    this.faults = faults;
  }

  /** Every row of as many cells as the header, in order; blank ones are skipped. */
  List<T> read() {
    try (CSVParser parser = DataFile.WITH_HEADER.parse(text())) {
      if (!String.join(",", parser.getHeaderNames()).equals(header)) {
        unreadable(1, "the header is not that of " + what, header);
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
      unreadable(1, "the header is not that of " + what, header);
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
      rows.add(reader.read(row, line));
    } else {
      String cells = header.split(",").length + " cells: " + header;
      unreadable(line, "the row has " + row.size() + " cells", cells);
    }
  }

  private void unreadable(int line, String wrong, String write) {
    whole = false;
    faults.add(new BadConfiguration.Fault(file.toString(), line, wrong, write));
  }
}
