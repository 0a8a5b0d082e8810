package vn.kt1.gateway.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;

/** The fonts and backgrounds of a workbook, used to find unreadable text. */
final class Looks {

  private static final String WHITE = "FFFFFF";
  private static final String BLACK = "000000";

  /** The first two colours of every theme, and the colours of the old palette that equal them. */
  private static final Map<String, Set<String>> KNOWN =
      Map.of(
          WHITE, Set.of("theme:0", "indexed:1", "indexed:9", "indexed:65"),
          BLACK, Set.of("theme:1", "indexed:0", "indexed:8", "indexed:64"));

  private record Font(String ink, double size) {}

  /** In points. The smallest print of a contract is larger. */
  private static final double UNREADABLE = 3;

  private static final double USUAL = 11;

  /** Colours that differ by less than this in red, green and blue look the same. */
  private static final int NEAR = 24;

  private static final double FAINT_TINT = 0.1;
  private static final int MOST = 100_000;

  private final List<Font> fonts = new ArrayList<>();
  private final List<String> grounds = new ArrayList<>();
  private String list = "";
  private String ink = BLACK;
  private double size = USUAL;
  private String ground = WHITE;
  private boolean solid;

  /** An element begins inside the list of fonts or of fills. */
  void start(String name, Attributes attributes) {
    switch (name) {
      case "fonts", "fills" -> list = name;
      case "font" -> {
        ink = BLACK;
        size = USUAL;
      }
      case "fill" -> {
        ground = WHITE;
        solid = false;
      }
      case "sz" -> size = number(PartReader.attribute(attributes, "val"), USUAL);
      case "color" -> ink = colour(attributes, BLACK);
      case "patternFill" -> solid = "solid".equals(PartReader.attribute(attributes, "patternType"));
      case "fgColor" -> ground = solid ? colour(attributes, ground) : ground;
      default -> {
        // Bold, underlined and the like.
      }
    }
  }

  void end(String name) {
    if (list.equals("fonts") && name.equals("font")) {
      fonts.add(new Font(ink, size));
    } else if (list.equals("fills") && name.equals("fill")) {
      grounds.add(ground);
    } else if (name.equals(list)) {
      list = "";
    }
    if (fonts.size() > MOST || grounds.size() > MOST) {
      throw Xlsx.tooLarge();
    }
  }

  boolean readable(int font, int fill) {
    if (font < 0 || font >= fonts.size()) {
      return true;
    }
    String on = fill < 0 || fill >= grounds.size() ? WHITE : grounds.get(fill);
    Font written = fonts.get(font);
    return written.size >= UNREADABLE && !alike(written.ink, on);
  }

  /**
   * The colour of an element: six digits if known, else its name.
   *
   * @param automatic the colour if the program chooses it
   */
  private static String colour(Attributes attributes, String automatic) {
    String rgb = PartReader.attribute(attributes, "rgb");
    if (rgb != null && rgb.matches("[0-9A-Fa-f]{6}|[0-9A-Fa-f]{8}")) {
      return rgb.substring(rgb.length() - 6).toUpperCase(Locale.ROOT);
    }
    for (String kind : List.of("theme", "indexed")) {
      String number = PartReader.attribute(attributes, kind);
      if (number != null) {
        String named = kind + ":" + number.strip() + tint(attributes);
        return KNOWN.entrySet().stream()
            .filter(known -> known.getValue().contains(named))
            .map(Map.Entry::getKey)
            .findFirst()
            .orElse(named);
      }
    }
    return automatic;
  }

  private static String tint(Attributes attributes) {
    String tint = PartReader.attribute(attributes, "tint");
    return Math.abs(number(tint, 0)) < FAINT_TINT ? "" : ":" + tint;
  }

  private static boolean alike(String one, String other) {
    if (one.indexOf(':') >= 0 || other.indexOf(':') >= 0) {
      return one.equals(other);
    }
    int mine = Integer.parseInt(one, 16);
    int theirs = Integer.parseInt(other, 16);
    for (int shift = 0; shift <= 16; shift += 8) {
      if (Math.abs((mine >> shift & 0xFF) - (theirs >> shift & 0xFF)) > NEAR) {
        return false;
      }
    }
    return true;
  }

  private static double number(@Nullable String digits, double usual) {
    try {
      return digits == null ? usual : Double.parseDouble(digits.strip());
    } catch (NumberFormatException e) {
      return usual;
    }
  }
}
