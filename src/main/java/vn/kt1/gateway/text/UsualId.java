package vn.kt1.gateway.text;

import java.util.Locale;
import java.util.Set;

/**
 * A quick look at an id: {@code SKHCN-2026-000123} has few words, each in one case, and none that a
 * document is named by. Every other id is looked at word by word, by {@link DocumentIds}.
 */
final class UsualId {

  /** So few words are no subject. */
  private static final int MOST_WORDS = 3;

  /** What stands in every subject, kind and compound type of a document. */
  private static final String[] OF_DOCUMENTS = {
    "VEVIEC",
    "TRICHYEU",
    "BAOCAO",
    "QUYETDINH",
    "TOTRINH",
    "CONGVAN",
    "NGHIQUYET",
    "CHITHI",
    "CONGDIEN",
    "GIAYMOI",
    "PHUONGAN",
    "KEHOACH",
    "KETLUAN",
    "DENGHI",
    "TTR",
    "CTR",
    "QYD",
    "TTG"
  };

  private final String id;
  private final Set<String> types;
  private final StringBuilder letters = new StringBuilder();
  private int words;
  private boolean wordInPart;

  UsualId(String id, Set<String> types) {
    this.id = id;
    this.types = types;
  }

  /** Whether it surely holds no words of a document; false when that is not known. */
  boolean holdsNothing() {
    int at = 0;
    while (at < id.length()) {
      char sign = id.charAt(at);
      if (latin(sign)) {
        int end = wordFrom(at);
        if (wordInPart || !usual(id.substring(at, end))) {
          return false;
        }
        wordInPart = true;
        at = end;
      } else if (sign == '.' || sign == '_' || sign == '-') {
        wordInPart = false;
        at++;
      } else if (sign >= '0' && sign <= '9') {
        at++;
      } else {
        return false;
      }
    }
    // SECURITY: 123-SYT-NVY is a number, a body and a unit; an id that begins so is no usual one.
    boolean numbered = !id.isEmpty() && !latin(id.charAt(0));
    return words <= (numbered ? 1 : MOST_WORDS) && !ofDocument();
  }

  private boolean ofDocument() {
    for (String part : OF_DOCUMENTS) {
      if (letters.indexOf(part) >= 0) {
        return true;
      }
    }
    return false;
  }

  private int wordFrom(int at) {
    int end = at;
    while (end < id.length() && latin(id.charAt(end))) {
      end++;
    }
    return end;
  }

  private boolean usual(String word) {
    String upper = word.toUpperCase(Locale.ROOT);
    words++;
    letters.append(upper);
    boolean oneCase = word.equals(upper) || word.equals(word.toLowerCase(Locale.ROOT));
    return oneCase && !types.contains(upper) && !upper.equals("V") && !upper.equals("VV");
  }

  private static boolean latin(char sign) {
    return sign >= 'a' && sign <= 'z' || sign >= 'A' && sign <= 'Z';
  }
}
