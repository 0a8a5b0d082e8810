package vn.kt1.gateway.intake.format;

import java.util.function.UnaryOperator;
import vn.kt1.gateway.intake.Language;
import vn.kt1.gateway.intake.Sink;
import vn.kt1.gateway.intake.Source;
import vn.kt1.gateway.table.Csv;

/** The contract's CSV (4.1), its header in the first line. */
public final class CsvLanguage implements Language {

  @Override
  public void read(Source source, Sink sink) {
    Rows rows = new Rows(source, sink, 1, UnaryOperator.identity());
    Csv.read(source.bytes(), source.how().charset(), source.how().delimiter(), rows::next);
    rows.end();
  }
}
