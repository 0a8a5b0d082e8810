package vn.kt1.gateway.table;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;

/** Reads a sheet cell by cell and hands over each row that has a filled one. */
final class SheetReader extends PartReader {

  /** Receives what is read from a sheet. */
  interface Reading {
    /**
     * A row with at least one filled cell.
     *
     * @param cells blank ones are empty; the reader uses the array again
     * @param last the index of the last filled one
     */
    void row(int number, String[] cells, int last);

    /** A merged range. All ranges come after the rows. */
    default void merged(CellRange range) {}
  }

  private static final Map<String, Integer> TEXTS = new HashMap<>();

  static {
    List.of("v", "t", "f", "x:sqref").forEach(name -> TEXTS.put(name, LONGEST_CELL));
    SideFormula.NAMES.forEach(name -> TEXTS.put(name, LONGEST_NAME));
  }

  private final CellReader cell;
  private final Xlsx.Limits limits;
  private final Reading reading;
  private final String[] cells;
  private int number;
  private int column;
  private int last;
  private int lastFilledRow;
  private final RowsAndColumns unseen = new RowsAndColumns();

  SheetReader(CellReader cell, Xlsx.Limits limits, Found found, Reading reading) {
    super(found, TEXTS);
    this.cell = cell;
    this.limits = limits;
    this.reading = reading;
    this.cells = new String[limits.mostColumns()];
  }

  @Override
  void check(String element, String attribute, String value) {
    boolean place = attribute.equals("r") && (element.equals("c") || element.equals("row"));
    if (!place) { // which are read with the cell and the row themselves
      super.check(element, attribute, value);
    }
  }

  @Override
  void start(String name, Attributes attributes) {
    switch (name) {
      case "row" -> startRow(attributes);
      case "sheetFormatPr" -> unseen.usual(attributes);
      case "col" -> unseen.column(attributes);
      case "c" -> startCell(attributes);
      case "rPh" -> cell.phonetic(true);
      case "inputCells" -> found.add(Hidden.HIDDEN_TEXT);
      case "mergeCell" -> merged(attribute(attributes, "ref"));
      default -> {
        // Only describes how the sheet looks.
      }
    }
  }

  @Override
  void end(String name, String text) {
    switch (name) {
      case "v" -> cell.value(text);
      case "t" -> cell.inline(text);
      case "f" -> cell.formula(text);
      case "rPh" -> cell.phonetic(false);
      case "c" -> endCell();
      case "row" -> endRow();
      default -> SideFormula.check(name, text, found);
    }
  }

  private void startRow(Attributes attributes) {
    unseen.row(attributes);
    String row = attribute(attributes, "r");
    int next = row == null ? number + 1 : Styles.number(row);
    if (next <= number || next > CellRange.MOST_ROWS) {
      throw Xlsx.malformed();
    }
    number = next;
    column = -1;
    last = -1;
    Arrays.fill(cells, "");
  }

  private void startCell(Attributes attributes) {
    String reference = attribute(attributes, "r");
    column++;
    if (reference != null) {
      CellRange at = CellRange.of(reference);
      if (at.firstRow() != number || at.cells() != 1) {
        throw Xlsx.malformed();
      }
      column = at.firstColumn();
    }
    cell.start(attribute(attributes, "t"), attribute(attributes, "s"));
  }

  private void endCell() {
    String text = cell.text();
    if (cell.calculates()) {
      found.add(Hidden.FORMULA, place());
    }
    if (text.isBlank()) {
      return;
    }
    if (!cell.shown()) {
      found.add(Hidden.UNSEEN_CELL, place());
    }
    if (unseen.rowHidden()) {
      found.add(Hidden.ROW, String.valueOf(number));
    }
    if (unseen.columnHidden(column)) {
      found.add(Hidden.COLUMN, RowsAndColumns.letters(column));
    }
    put(text);
  }

  private String place() {
    return RowsAndColumns.letters(column) + number;
  }

  private void put(String text) {
    if (column >= limits.mostColumns()) {
      throw Xlsx.tooLarge();
    }
    if (!cells[column].isEmpty()) {
      throw Xlsx.malformed();
    }
    cells[column] = text;
    found.shown(text);
    last = Math.max(last, column);
  }

  private void endRow() {
    if (last < 0) {
      return;
    }
    // SECURITY: a cell a million rows below must not make us create a million rows.
    if (lastFilledRow > 0 && number - lastFilledRow > limits.mostBlankRows() + 1) {
      throw Xlsx.gap(limits.mostBlankRows());
    }
    lastFilledRow = number;
    reading.row(number, cells, last);
  }

  private void merged(@Nullable String range) {
    if (range != null) {
      reading.merged(CellRange.of(range));
    }
  }
}
