package vn.kt1.gateway.table;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One cell while it is read: its type and style first, then what it holds. */
final class CellReader {

  private final CellText values;
  private final Set<Hidden> found;
  private final StringBuilder inline = new StringBuilder();
  private String type = "n";
  private int style;
  private @Nullable String value;
  private boolean formula;
  private boolean phonetic;

  CellReader(CellText values, Set<Hidden> found) {
    this.values = values;
    this.found = found;
  }

  void start(@Nullable String type, @Nullable String style) {
    this.type = type == null ? "n" : type;
    this.style = Styles.number(style);
    value = null;
    formula = false;
    inline.setLength(0);
  }

  void value(String text) {
    if (value != null) {
      throw Xlsx.malformed();
    }
    value = text;
  }

  void formula() {
    formula = true;
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
