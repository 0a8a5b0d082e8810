package vn.kt1.gateway.table;

import java.util.Locale;
import java.util.Map;
import org.xml.sax.Attributes;

/** A colour as far as needed to tell writing from the ground it stands on. */
record Ink(String colour) {

  static final Ink WHITE = new Ink("FFFFFF");
  static final Ink BLACK = new Ink("000000");

  /** The first two colours of every theme, and those of the old palette that mean the same. */
  private static final Map<String, Ink> KNOWN =
      Map.of(
          "theme:0",
          WHITE,
          "theme:1",
          BLACK,
          "indexed:0",
          BLACK,
          "indexed:1",
          WHITE,
          "indexed:8",
          BLACK,
          "indexed:9",
          WHITE,
          "indexed:64",
          BLACK,
          "indexed:65",
          WHITE);

  /** Nobody tells apart what differs by less in each of red, green and blue. */
  private static final int NEAR = 24;

  private static final double FAINT_TINT = 0.1;

  /**
   * The colour an element gives.
   *
   * @param automatic where it leaves that to the program
   */
  static Ink of(Attributes attributes, Ink automatic) {
    String rgb = PartReader.attribute(attributes, "rgb");
    if (rgb != null && rgb.matches("[0-9A-Fa-f]{6}|[0-9A-Fa-f]{8}")) {
      return new Ink(rgb.substring(rgb.length() - 6).toUpperCase(Locale.ROOT));
    }
    for (String kind : new String[] {"theme", "indexed"}) {
      String number = PartReader.attribute(attributes, kind);
      if (number != null) {
        String named = kind + ":" + number.strip() + tint(attributes);
        return KNOWN.getOrDefault(named, new Ink(named));
      }
    }
    return automatic;
  }

  private static String tint(Attributes attributes) {
    String tint = PartReader.attribute(attributes, "tint");
    try {
      return tint == null || Math.abs(Double.parseDouble(tint)) < FAINT_TINT ? "" : ":" + tint;
    } catch (NumberFormatException e) {
      return "";
    }
  }

  boolean like(Ink other) {
    if (colour.indexOf(':') >= 0 || other.colour.indexOf(':') >= 0) {
      return colour.equals(other.colour);
    }
    int mine = Integer.parseInt(colour, 16);
    int theirs = Integer.parseInt(other.colour, 16);
    for (int shift = 0; shift <= 16; shift += 8) {
      if (Math.abs((mine >> shift & 0xFF) - (theirs >> shift & 0xFF)) > NEAR) {
        return false;
      }
    }
    return true;
  }
}
