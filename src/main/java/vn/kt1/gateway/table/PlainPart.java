package vn.kt1.gateway.table;

import java.util.Map;
import org.xml.sax.Attributes;

/** A part that says how things look. Its few texts may only be made of the programs' words. */
class PlainPart extends PartReader {

  private final Hidden kind;

  PlainPart(Found found) {
    this(found, Map.of(), Hidden.MARKUP);
  }

  private PlainPart(Found found, Map<String, Integer> texts, Hidden kind) {
    super(found, texts);
    this.kind = kind;
  }

  @Override
  void end(String name, String text) {
    if (!text.isBlank() && (kind == Hidden.FORMULA || !OfficeWords.plain(text))) {
      found.add(kind);
    }
  }

  /** A range shown as a table, whose columns may calculate. */
  static PlainPart table(Found found) {
    Map<String, Integer> formulas =
        Map.of("calculatedColumnFormula", LONGEST_CELL, "totalsRowFormula", LONGEST_CELL);
    return new PlainPart(found, formulas, Hidden.FORMULA);
  }

  /** What a cell of Excel 365 is shown as: numbers that point at each other. */
  static PlainPart checkBoxes(Found found) {
    return new PlainPart(found, Map.of("x:bagId", 10, "x:i", 10, "x:b", 5), Hidden.MARKUP);
  }

  /** The sheet pictures lie on, which some programs write without any. */
  static PlainPart drawing(Found found) {
    return new PlainPart(found) {
      @Override
      void start(String name, Attributes attributes) {
        if (!name.equals("wsDr")) {
          found.add(Hidden.PICTURE);
        }
      }
    };
  }
}
