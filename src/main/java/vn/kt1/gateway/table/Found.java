package vn.kt1.gateway.table;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.kt1.gateway.shipment.Fault;

/**
 * What has been found in a workbook beside the table a reader sees: each kind of thing with the
 * place of the first, and the few names that are the sender's own.
 */
final class Found {

  /** Characters of all own names together. SECURITY: more would have room for a document. */
  private static final int MOST_OWN = 1_000;

  /** Texts of cells that are remembered, to know a column or a filter by. */
  private static final int MOST_SHOWN = 5_000;

  private final Map<Hidden, String> places = new EnumMap<>(Hidden.class);
  private final Set<String> own = new LinkedHashSet<>();
  private final Set<String> shown = new HashSet<>();
  private int ownCharacters;

  void add(Hidden what) {
    add(what, "");
  }

  /**
   * @param place a row, a column or a cell, by its position
   */
  void add(Hidden what, String place) {
    places.putIfAbsent(what, place);
  }

  /** A name of the sender's own: short, and looked at by whoever reads the workbook. */
  boolean own(String name, int longest) {
    if (own.add(name)) {
      ownCharacters += name.length();
    }
    return name.length() <= longest && ownCharacters <= MOST_OWN;
  }

  void shown(String text) {
    if (text.length() <= PartReader.LONGEST_NAME && shown.size() < MOST_SHOWN) {
      shown.add(text.strip());
    }
  }

  /** Whether it stands in a cell, or is the name of a sheet, for everybody to see. */
  boolean isShown(String text) {
    return shown.contains(text.strip());
  }

  boolean nothing() {
    return places.isEmpty();
  }

  List<String> own() {
    return new ArrayList<>(own);
  }

  List<Fault> faults() {
    return places.entrySet().stream().map(each -> each.getKey().fault(each.getValue())).toList();
  }
}
