package vn.kt1.gateway.table;

import java.util.Map;
import java.util.Set;
import org.xml.sax.Attributes;

/** A part that says how things look, and has no text of its own. */
class PlainPart extends PartReader {

  PlainPart(Set<Hidden> found) {
    super(found, Map.of());
  }

  PlainPart(Set<Hidden> found, Map<String, Integer> texts) {
    super(found, texts);
  }

  @Override
  void start(String name, Attributes attributes) {
    // The reader of all parts has looked at it.
  }

  /** A range shown as a table, whose columns may calculate. */
  static final class Table extends PlainPart {
    Table(Set<Hidden> found) {
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

  /** The sheet pictures lie on, which some programs write without any. */
  static final class Drawing extends PlainPart {
    Drawing(Set<Hidden> found) {
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
