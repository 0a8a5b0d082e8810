package vn.kt1.gateway.intake.format;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.kt1.gateway.intake.Language;
import vn.kt1.gateway.intake.MessageSource;
import vn.kt1.gateway.intake.Sink;
import vn.kt1.gateway.shipment.Rejected;
import vn.kt1.gateway.table.Csv;

/** Reads the contract's CSV (4.1). The header is among the first rows. */
public final class CsvLanguage implements Language {

  private static final char[] DELIMITERS = {',', ';', '\t'};

  /** The line that tells Excel the delimiter. */
  private static final Pattern SAID = Pattern.compile("(?i)sep=([;|]?)");

  @Override
  public void read(MessageSource source, Sink sink) {
    Rows rows = new Rows(source, sink, UnaryOperator.identity(), true);
    Csv.read(source.bytes(), source.how().charset(), delimiter(source), rows::next);
    rows.end();
  }

  /**
   * The delimiter: the one the file names, the partner's, or the one with which there is a header.
   */
  private static @Nullable Character delimiter(MessageSource source) {
    Character said = said(source);
    if (said != null) {
      return said;
    }
    if (source.how().delimiter() != null) {
      return source.how().delimiter();
    }
    for (char candidate : DELIMITERS) {
      if (head(source, candidate).stream().anyMatch(row -> header(row, source))) {
        return candidate;
      }
    }
    return null;
  }

  private static @Nullable Character said(MessageSource source) {
    List<List<String>> lines = head(source, ',');
    List<String> first = lines.isEmpty() ? List.of() : lines.get(0);
    if (first.equals(List.of("sep=", ""))) {
      return ',';
    }
    Matcher said = SAID.matcher(first.size() == 1 ? first.get(0) : "");
    if (!said.matches()) {
      return null;
    }
    // A tab at the end of a cell counts as a blank.
    return said.group(1).isEmpty() ? '\t' : said.group(1).charAt(0);
  }

  private static List<List<String>> head(MessageSource source, char delimiter) {
    return Csv.head(source.bytes(), source.how().charset(), delimiter, Rows.HEADER_WITHIN);
  }

  private static boolean header(List<String> row, MessageSource source) {
    try {
      return row.size() <= Rows.MOST_COLUMNS && Columns.of(row, source.how()).isPresent();
    } catch (Rejected twice) {
      return true; // reported when it is read
    }
  }
}
