package vn.kt1.gateway.directory;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** A table packed with the gateway, CSV with a header. */
final class DataFile {

  private DataFile() {}

  static List<CSVRecord> read(String name) {
    InputStream stream =
        Objects.requireNonNull(DataFile.class.getResourceAsStream("/directory/" + name), name);
    try (var rows =
        CSVFormat.RFC4180
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .get()
            .parse(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      return rows.getRecords();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
