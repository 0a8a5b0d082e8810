package vn.kt1.gateway.intake;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.kt1.gateway.text.Signs;

/**
 * Finds Vietnamese text that was damaged before it came: UTF-8 read as another encoding, in one
 * word or in all. It is refused and never repaired, because a guess may be wrong.
 */
final class Mojibake {

  /** Encodings for which programs mistake UTF-8: those of Windows, Macintosh and DOS. */
  private static final String TAKEN_FOR =
      "ISO-8859-1 windows-1252 windows-1258 windows-1250 windows-1254"
          + " x-MacRoman IBM437 IBM850 IBM852";

  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
  private static final Charset WINDOWS_1258 = Charset.forName("windows-1258");

  /** Two characters that a damaged Vietnamese letter begins with; nobody writes them together. */
  private static final Set<String> PAIRS = new HashSet<>();

  /** The characters that such a pair begins with. */
  private static final BitSet FIRST_OF_PAIRS = new BitSet();

  static {
    for (String charset : TAKEN_FOR.split(" ")) {
      for (byte[] start : starts()) {
        PAIRS.add(new String(start, Charset.forName(charset)));
      }
    }
    for (byte second = (byte) 0xBA; second <= (byte) 0xBB; second++) {
      PAIRS.add(new String(new byte[] {(byte) 0xE1, second}, Charset.forName("windows-1251")));
    }
    PAIRS.removeIf(pair -> pair.indexOf('\uFFFD') >= 0);
    PAIRS.stream().filter(pair -> pair.charAt(0) >= 0x80).forEach(Mojibake::noteFirst);
  }

  /** Frame, mathematical and control characters that replace the bytes of letters. */
  private static final Pattern NEVER =
      Pattern.compile("[\uFFFD\u0080-\u009F\u2500-\u259F\u0192\u221A\u2206\u222B\u2211\u220F]");

  /** A Latin letter next to a letter of another script; nobody writes both in one word. */
  private static final Pattern TWO_SCRIPTS =
      Pattern.compile(
          "\\p{IsLatin}\\p{M}*+[\\p{L}&&[^\\p{IsLatin}\\p{IsCommon}]]"
              + "|[\\p{L}&&[^\\p{IsLatin}\\p{IsCommon}]]\\p{M}*+\\p{IsLatin}");

  /** What remains of à and đ when their second byte is lost. */
  private static final Pattern HALF = Pattern.compile("\\p{Ll}[ÃÄÅÆ]|(?<!\\p{L})[ÃÄÅÆ](?!\\p{L})");

  /** Only a word with one of these characters can be read in the other ways below. */
  private static final Pattern AMBIGUOUS = Pattern.compile("[ÃÄĂÌÐÒÕÝÞãìðòõýþ]");

  /** A quotation mark or a blank may follow a capital Ã. */
  private static final Pattern QUOTE = Pattern.compile("[\u2013\u2014\u2018-\u201E\u2022\u2026]");

  /**
   * Question marks in place of letters that an encoding lacks: before a letter, twice, or in place
   * of a syllable's vowel. No name or street is written so.
   */
  private static final Pattern LOST =
      Pattern.compile(
          "(?iu)\\?\\p{L}|\\?[^?]*\\?"
              + "|(?<!\\p{L})(?:[bcdđghklmnpqrstvx]|ch|gh|gi|kh|ng|ngh|nh|ph|qu|th|tr)\\?(?!\\p{L})");

  private Mojibake() {}

  private static void noteFirst(String pair) {
    FIRST_OF_PAIRS.set(pair.charAt(0));
  }

  /** Damage that no text may have, as the key of our sentence; null when there is none. */
  static @Nullable String surely(String text) {
    if (beyondAscii(text) && (Signs.plain(text) ? garbledLetters(text) : garbled(text))) {
      return "mojibake";
    }
    return Escapes.in(text) ? "escaped" : null;
  }

  /** A plain text has only letters of one script; Ã is the one that may be half of another. */
  private static boolean garbledLetters(String text) {
    return text.indexOf('Ã') >= 0 && HALF.matcher(text).find() || pairs(text);
  }

  static boolean garbled(String text) {
    return NEVER.matcher(text).find()
        || HALF.matcher(text).find()
        || pairs(text)
        || TWO_SCRIPTS.matcher(text).find();
  }

  /**
   * Further damage, looked for in names and addresses only. Other words have lists of known
   * spellings, some of them damaged.
   */
  static @Nullable String likely(String text) {
    if (text.indexOf('?') >= 0 && LOST.matcher(text).find()) {
      return "lost";
    }
    if (!beyondAscii(text)) {
      return null;
    }
    if (OldFont.in(text)) {
      return "old-font";
    }
    return readAsAnother(text) ? "mojibake" : null;
  }

  private static boolean beyondAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 0x80) {
        return true;
      }
    }
    return false;
  }

  private static boolean pairs(String text) {
    for (int i = 0; i + 1 < text.length(); i++) {
      boolean far = FIRST_OF_PAIRS.get(text.charAt(i)) && text.charAt(i + 1) >= 0x80;
      if (far && PAIRS.contains(text.substring(i, i + 2)) && !harmless(text, i + 1)) {
        return true;
      }
    }
    return false;
  }

  private static boolean harmless(String text, int second) {
    char next = second + 1 < text.length() ? text.charAt(second + 1) : ' ';
    String mark = text.substring(second, second + 1);
    if (mark.equals("\u00A0") && text.charAt(second - 1) == 'Ã') {
      return Character.isUpperCase(next)
          && second > 1
          && Character.isUpperCase(text.charAt(second - 2));
    }
    if (mark.equals("»") && text.lastIndexOf('«', second) >= 0) {
      return true;
    }
    return QUOTE.matcher(mark).matches() && !Character.isLetter(next);
  }

  /** The bytes of windows-1258, read as windows-1252; à without its blank; a Đ without its half. */
  private static boolean readAsAnother(String text) {
    return AMBIGUOUS.matcher(text).find() && Syllable.anyWord(text, Mojibake::isAnother);
  }

  private static boolean isAnother(String word) {
    return AMBIGUOUS.matcher(word).find()
        && !Syllable.is(word)
        && (Syllable.isInAnyCase(whole(word)) || Syllable.isInAnyCase(of1258(word)));
  }

  private static String whole(String word) {
    String whole = word.replace('Ä', 'đ').replaceAll("(?<=\\p{L})[ÃĂ]", "à");
    return whole.equals(word) ? "" : whole;
  }

  private static String of1258(String word) {
    byte[] bytes = word.getBytes(WINDOWS_1252);
    boolean kept = new String(bytes, WINDOWS_1252).equals(word);
    String read = new String(bytes, WINDOWS_1258);
    return kept && !read.equals(word) ? Normalizer.normalize(read, Normalizer.Form.NFC) : "";
  }

  /** The first two bytes in UTF-8 of each letter and mark of Vietnamese. */
  private static List<byte[]> starts() {
    List<byte[]> starts = new ArrayList<>();
    String letters = "ÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝàáâãèéêìíòóôõùúýĂăĐđĨĩŨũƠơƯưẠỐ";
    String marks = "\u0300\u0301\u0302\u0303\u0306\u0309\u031B\u0323";
    // Text that was garbled once has these characters, and may be garbled again.
    String signs = "\u00A0¡¢£¤¥§¨©ª«¬®°±²³´µ¶·¸¹º»¼½¾¿\u2019√∫∆≤─│┌╗";
    for (char letter : (letters + marks + signs).toCharArray()) {
      byte[] bytes = String.valueOf(letter).getBytes(StandardCharsets.UTF_8);
      starts.add(new byte[] {bytes[0], bytes[1]});
    }
    return starts;
  }
}
