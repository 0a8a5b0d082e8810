package vn.kt1.gateway.table;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One cell while it is read: its type and style first, then what it holds. */
final class CellReader {

  private final CellText values;
  private final Found found;
  private final StringBuilder inline = new StringBuilder();
  private String type = "n";
  private int style;
  private @Nullable String value;
  private boolean formula;
  private boolean calculates;
  private boolean constant;
  private boolean phonetic;

  CellReader(CellText values, Found found) {
    this.values = values;
    this.found = found;
  }

  void start(@Nullable String type, @Nullable String style) {
    this.type = type == null ? "n" : type;
    this.style = Styles.number(style);
    value = null;
    formula = false;
    calculates = false;
    inline.setLength(0);
  }

  void value(String text) {
    if (value != null) {
      throw Xlsx.malformed();
    }
    value = text;
  }

  /** Two formulas are no more than their values, and some programs write yes and no by them. */
  void formula(String text) {
    formula = true;
    String written = text.strip().toUpperCase(Locale.ROOT);
    calculates = !written.equals("TRUE()") && !written.equals("FALSE()");
    constant = written.equals("TRUE()");
  }

  boolean calculates() {
    return formula
        && (calculates || !type.equals("b") || value == null || PartReader.yes(value) != constant);
  }

  /** Whether the value is there for a reader to see. */
  boolean shown() {
    return value == null || value.isBlank() || values.shows(type, value, style);
  }

  void phonetic(boolean begins) {
    phonetic = begins;
  }

  void inline(String text) {
    if (inline.length() + text.length() > PartReader.LONGEST_CELL) {
      throw Xlsx.overlong();
    }
    if (!phonetic) {
      inline.append(text);
    } else if (!text.isBlank()) {
      found.add(Hidden.HIDDEN_TEXT);
    }
  }

  /** What the cell shows. The outcome of a formula that failed is nothing. */
  String text() {
    boolean isInline = type.equals("inlineStr");
    String ignored = isInline ? value : inline.toString();
    if (ignored != null && !ignored.isBlank()) {
      found.add(Hidden.HIDDEN_TEXT);
    }
    if (isInline) {
      return SharedStrings.decode(inline.toString());
    }
    if (value == null || (formula && type.equals("e"))) {
      return "";
    }
    return values.of(type, value, style);
  }
}
