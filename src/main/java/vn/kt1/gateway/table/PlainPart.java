package vn.kt1.gateway.table;

import java.util.Map;
import org.xml.sax.Attributes;

/**
 * A part that describes only how things look. Its few texts may consist only of the programs'
 * words.
 */
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

  /** A range shown as a table; its columns may have formulas. */
  static PlainPart table(Found found) {
    Map<String, Integer> formulas =
        Map.of("calculatedColumnFormula", LONGEST_CELL, "totalsRowFormula", LONGEST_CELL);
    return new PlainPart(found, formulas, Hidden.FORMULA);
  }

  /** How a cell of Excel 365 is shown: numbers that refer to each other. */
  static PlainPart checkBoxes(Found found) {
    return new PlainPart(found, Map.of("x:bagId", 10, "x:i", 10, "x:b", 5), Hidden.MARKUP);
  }

  /** The drawing that holds pictures; some programs write an empty one. */
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
