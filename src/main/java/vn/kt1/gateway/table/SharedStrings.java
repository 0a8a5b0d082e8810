package vn.kt1.gateway.table;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.xml.sax.Attributes;

/** The texts of a workbook, to which cells refer by number, and which of them a cell uses. */
final class SharedStrings extends PartReader {

  private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");

  private final Xlsx.Limits limits;
  private final List<String> strings = new ArrayList<>();
  private final BitSet used = new BitSet();
  private final StringBuilder string = new StringBuilder();
  private boolean phonetic;
  private long characters;

  SharedStrings(Xlsx.Limits limits, Found found) {
    super(found, Map.of("t", LONGEST_CELL));
    this.limits = limits;
  }

  String get(int number) {
    if (number < 0 || number >= strings.size()) {
      throw Xlsx.malformed();
    }
    used.set(number);
    return strings.get(number);
  }

  /** Whether there is a text that no cell shows. Excel keeps some deleted texts. */
  boolean leftOver() {
    for (int i = used.nextClearBit(0); i < strings.size(); i = used.nextClearBit(i + 1)) {
      if (!strings.get(i).isBlank()) {
        return true;
      }
    }
    return false;
  }

  @Override
  void start(String name, Attributes attributes) {
    if (name.equals("rPh")) {
      phonetic = true;
    }
  }

  @Override
  void end(String name, String text) {
    switch (name) {
      case "t" -> add(text);
      case "rPh" -> phonetic = false;
      case "si" -> keep();
      default -> {
        // Fonts and colours of a text run hold no text.
      }
    }
  }

  private void add(String text) {
    if (!phonetic) {
      string.append(text);
    } else if (!text.isBlank()) {
      found.add(Hidden.HIDDEN_TEXT);
    }
    if (string.length() > LONGEST_CELL) {
      throw Xlsx.overlong();
    }
  }

  private void keep() {
    characters += string.length();
    // SECURITY: the text held in memory is limited.
    if (characters > limits.mostCharacters() || strings.size() >= limits.mostStrings()) {
      throw Xlsx.tooLarge();
    }
    strings.add(decode(string.toString()));
    string.setLength(0);
  }

  /**
   * Decodes text that Excel has escaped (ECMA-376, ST_Xstring): {@code _x000D_} is a carriage
   * return.
   */
  static String decode(String text) {
    if (!text.contains("_x")) {
      return text;
    }
    return ESCAPED.matcher(text).replaceAll(SharedStrings::unescaped);
  }

  private static String unescaped(MatchResult escaped) {
    char letter = (char) Integer.parseInt(escaped.group(1), 16);
    return Matcher.quoteReplacement(String.valueOf(letter));
  }
}
