package vn.kt1.gateway.paper;

import java.text.Normalizer;
import org.jspecify.annotations.Nullable;

/** Makes a text from outside fit for paper. */
public final class Printable {
  private Printable() {}

  /**
   * The text in NFC, without characters that are invisible or may not stand in XML.
   *
   * <p>SECURITY: a control character would make the page unreadable for the renderer, and an
   * override of the writing direction would let a name show another address than the one stored.
   */
  public static String of(@Nullable String text) {
    if (text == null) {
      return "";
    }
    StringBuilder kept = new StringBuilder(text.length());
    text.codePoints().map(Printable::visible).filter(c -> c >= 0).forEach(kept::appendCodePoint);
    return Normalizer.normalize(kept, Normalizer.Form.NFC).strip();
  }

  private static int visible(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> ' ';
      case Character.FORMAT, Character.SURROGATE, Character.UNASSIGNED, Character.PRIVATE_USE -> -1;
      default -> codePoint;
    };
  }
}
