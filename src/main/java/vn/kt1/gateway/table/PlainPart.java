package vn.kt1.gateway.table;

import java.util.Map;
import org.xml.sax.Attributes;

/** A part that says how things look, and has no text of its own. */
class PlainPart extends PartReader {

  PlainPart(Found found) {
    super(found, Map.of());
  }

  PlainPart(Found found, Map<String, Integer> texts) {
    super(found, texts);
  }

  @Override
  void start(String name, Attributes attributes) {
    // The reader of all parts has looked at it.
  }

  /** A range shown as a table, whose columns may calculate. */
  static final class Table extends PlainPart {
    Table(Found found) {
      super(
          found, Map.of("calculatedColumnFormula", LONGEST_CELL, "totalsRowFormula", LONGEST_CELL));
    }

    @Override
    void end(String name, String text) {
      if (!text.isBlank()) {
        found.add(Hidden.FORMULA);
      }
    }
  }

  /** What a cell of Excel 365 is shown as: numbers that point at each other. */
  static final class CheckBoxes extends PlainPart {
    CheckBoxes(Found found) {
      super(found, Map.of("x:bagId", 10, "x:i", 10, "x:b", 5));
    }

    @Override
    void end(String name, String text) {
      if (!OfficeWords.plain(text)) {
        found.add(Hidden.MARKUP);
      }
    }
  }

  /** The sheet pictures lie on, which some programs write without any. */
  static final class Drawing extends PlainPart {
    Drawing(Found found) {
      super(found);
    }

    @Override
    void start(String name, Attributes attributes) {
      if (!name.equals("wsDr")) {
        found.add(Hidden.PICTURE);
      }
    }
  }
}
