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
 * What a workbook holds beside the visible table: each kind of thing with its first place, and the
 * few names that come from the sender.
 */
final class Found {

  /**
   * The most characters in all of the sender's own names. SECURITY: more would be enough for a
   * document.
   */
  private static final int MOST_OWN = 1_000;

  /** The most cell texts remembered, to compare names of columns and filters with. */
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

  /**
   * Notes a name that comes from the sender. It is short, and the reader of the workbook checks it.
   */
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

  /** Whether the text is visible in a cell or as the name of a sheet. */
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
