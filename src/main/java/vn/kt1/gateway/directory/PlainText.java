package vn.kt1.gateway.directory;

import java.util.function.BiConsumer;
import java.util.regex.Pattern;

/**
 * A text that will stand on a label, in a mail and in an order: one short line that can be read.
 */
public final class PlainText {

  private static final int LONGEST = 200;

  /** Controls, direction marks and the like, private and unassigned signs, breaks of lines. */
  private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{C}\\p{Zl}\\p{Zp}]");

  /** Blanks of every width, which spreadsheets and web pages leave around a text. */
  private static final Pattern EDGES = Pattern.compile("^[\\p{Z}\\s]+|[\\p{Z}\\s]+$");

  private PlainText() {}

  public static void check(String name, String text, BiConsumer<String, String> fault) {
    if (text.codePointCount(0, text.length()) > LONGEST) {
      fault.accept(name + " has more than 200 signs", "200 signs at most");
    }
    if (UNPRINTABLE.matcher(text).find()) {
      fault.accept(name + " has a sign that cannot be printed", "the text on one line, without it");
    }
  }

  public static String strip(String text) {
    return EDGES.matcher(text).replaceAll("");
  }
}
