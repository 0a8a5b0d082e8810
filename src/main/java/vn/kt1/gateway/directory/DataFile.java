package vn.kt1.gateway.directory;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** A table packed with the gateway, CSV with a header. */
public final class DataFile {

  public static final CSVFormat WITH_HEADER =
      CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();

  private DataFile() {}

  /**
   * @param name such as {@code /policy/sources.csv}
   */
  public static List<CSVRecord> read(String name) {
    var stream = Objects.requireNonNull(DataFile.class.getResourceAsStream(name), name);
    try (var rows = WITH_HEADER.parse(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      return rows.getRecords();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
