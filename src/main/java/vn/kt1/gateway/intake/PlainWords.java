package vn.kt1.gateway.intake;

import java.util.Arrays;
import vn.kt1.gateway.text.Signs;

/**
 * A quick look at the words of a plain text: each pattern of {@link DocumentWords} needs one of the
 * words below, or a letter beside a slash or before a colon. Most names and addresses have neither,
 * so no pattern is asked about them.
 */
final class PlainWords {

  /** Types in symbols, what stands before a date or a subject, and endings of file names. */
  private static final int[] NEEDED =
      hashes(
          "qđ qd cv bc ttr kh tb nq nđ ctr cđ cđi ttlt vbhn qyđ kl cthđ ngày việc viec bởi"
              + " pdf doc docx xls xlsx ppt pptx rtf odt ods zip rar z eml msg");

  /** The longer word may begin another: trích yếu is also written as one word. */
  private static final int[] NEEDED_BEGINNINGS = hashes("trích trich");

  private static final int BEGINNING = 5;

  /** The last words of types of documents; a number, or the word for number, follows them. */
  private static final int[] TYPES = hashes("văn định trình cáo quyết điện báo hoạch thị mời bản");

  private static final int NUMBER = hash("số");

  private final String text;
  private int at;
  private boolean afterType;

  private PlainWords(String text) {
    this.text = text;
  }

  /** Whether the text surely does not speak of a document; false when that is not known. */
  static boolean sayNothing(String text) {
    Signs signs = Signs.of(text);
    boolean known = signs.plain() && !(signs.has('&') && signs.kinds("/\\|") > 0);
    return known && new PlainWords(text).sayNothing();
  }

  private boolean sayNothing() {
    boolean afterSlash = false;
    while (at < text.length()) {
      char sign = text.charAt(at);
      if (Signs.letter(sign)) {
        if (afterSlash || word() || beforeSlashOrColon()) {
          return false;
        }
      } else if (digit(sign) && afterType) {
        return false;
      } else {
        afterSlash = slash(sign) || sign == ' ' && afterSlash;
        afterType &= sign == ' ';
        at++;
      }
    }
    return true;
  }

  /** Reads a word, and tells whether a pattern may need it. */
  private boolean word() {
    int from = at;
    int hash = 0;
    while (at < text.length() && Signs.letter(text.charAt(at))) {
      hash = next(hash, text.charAt(at++));
      if (at - from == BEGINNING && among(NEEDED_BEGINNINGS, hash)) {
        return true;
      }
    }
    boolean numbered = afterType && hash == NUMBER;
    afterType = among(TYPES, hash);
    return numbered || among(NEEDED, hash);
  }

  private boolean beforeSlashOrColon() {
    int next = at < text.length() && text.charAt(at) == ' ' ? at + 1 : at;
    return next < text.length() && (slash(text.charAt(next)) || text.charAt(next) == ':');
  }

  private static boolean slash(char sign) {
    return sign == '/' || sign == '\\' || sign == '|';
  }

  private static boolean digit(char sign) {
    return sign >= '0' && sign <= '9';
  }

  /** Two words may share a hash: then the patterns are asked in vain, but nothing is missed. */
  private static int next(int hash, char letter) {
    return 31 * hash + Character.toLowerCase(letter);
  }

  private static int hash(String word) {
    return word.chars().reduce(0, (hash, letter) -> next(hash, (char) letter));
  }

  private static int[] hashes(String words) {
    return Arrays.stream(words.split(" ")).mapToInt(PlainWords::hash).sorted().toArray();
  }

  private static boolean among(int[] hashes, int hash) {
    return Arrays.binarySearch(hashes, hash) >= 0;
  }
}
