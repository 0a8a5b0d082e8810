package vn.kt1.gateway.table;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;

/** The fonts and grounds of a workbook, to tell writing nobody can read. */
final class Looks {

  private record Font(Ink ink, double size) {}

  /** In points; the smallest print of a contract has more. */
  private static final double UNREADABLE = 3;

  private static final double USUAL = 11;
  private static final int MOST = 100_000;

  private final List<Font> fonts = new ArrayList<>();
  private final List<Ink> grounds = new ArrayList<>();
  private String list = "";
  private Ink ink = Ink.BLACK;
  private double size = USUAL;
  private Ink ground = Ink.WHITE;
  private boolean solid;

  /** An element begins inside the list of fonts or of fills. */
  void start(String name, Attributes attributes) {
    switch (name) {
      case "fonts", "fills" -> list = name;
      case "font" -> {
        ink = Ink.BLACK;
        size = USUAL;
      }
      case "fill" -> {
        ground = Ink.WHITE;
        solid = false;
      }
      case "sz" -> size = points(PartReader.attribute(attributes, "val"));
      case "color" -> ink = Ink.of(attributes, Ink.BLACK);
      case "patternFill" -> solid = "solid".equals(PartReader.attribute(attributes, "patternType"));
      case "fgColor" -> ground = solid ? Ink.of(attributes, ground) : ground;
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
    Ink on = fill < 0 || fill >= grounds.size() ? Ink.WHITE : grounds.get(fill);
    Font written = fonts.get(font);
    return written.size >= UNREADABLE && !written.ink.like(on);
  }

  private static double points(@Nullable String size) {
    try {
      return size == null ? USUAL : Double.parseDouble(size.strip());
    } catch (NumberFormatException e) {
      return USUAL;
    }
  }
}
