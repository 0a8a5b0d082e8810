package vn.kt1.gateway.intake;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import vn.kt1.gateway.text.Composed;

/**
 * Tells whether a word is written like a Vietnamese syllable: a first consonant, a rime from a
 * closed list, and at most one tone, on the vowel. A rime that ends in c, ch, p or t has the tone
 * sắc or nặng.
 */
final class Syllable {

  private static final List<String> STARTS =
      List.of(
          "ngh", "ng", "nh", "gh", "gi", "kh", "ph", "qu", "th", "tr", "ch", "b", "c", "d", "đ",
          "g", "h", "k", "l", "m", "n", "p", "r", "s", "t", "v", "x", "");

  private static final Set<String> RIMES =
      Set.of(
          """
          a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây \
          e ec em en eng eo ep et ê êch êm ên ênh êp êt êu i ia ich im in inh ip it iu \
          iêc iêm iên iêng iêp iêt iêu o oa oac oach oai oam oan oang oanh oao oap oat oay \
          oăc oăm oăn oăng oăt oc oe oen oeo oet oi om on ong ooc oong op ot ô ôc ôi ôm ôn ông ôp ôt \
          ơ ơi ơm ơn ơp ơt u ua uc ui um un ung up ut uân uâng uât uây uê uêch uênh uơ uôc uôi uôm \
          uôn uông uôt uy uya uych uynh uyp uyt uyu uyên uyêt ư ưa ưc ưi ưng ưt ưu ươc ươi ươm ươn \
          ương ươp ươt ươu y ych ynh yt yêm yên yêng yêt yêu\
          """
              .split(" "));

  private static final String VOWELS = "aăâeêioôơuưy";
  private static final String MARKED_VOWELS = "ăâêôơư";
  private static final String TONES = "\u0301\u0323\u0300\u0303\u0309";

  /** Sắc and nặng. */
  private static final int TONES_OF_STOPS = 2;

  /** The old spelling has the tone on the first of these, the new one on the second. */
  private static final Set<String> EITHER = Set.of("oa", "oe", "uy", "oo");

  private static final String FRONT = "eêiy";

  /** Each vowel with each tone; the position tells the vowel and the tone. */
  private static final String TONED = toned();

  /** The length of the longest syllable: nghiêng. */
  private static final int LONGEST = 7;

  private final String letters;

  /** The tone, counted from 1; 0 for none. */
  private final int tone;

  private final int tonePlace;

  private Syllable(String letters, int tone, int tonePlace) {
    this.letters = letters;
    this.tone = tone;
    this.tonePlace = tonePlace;
  }

  private static String toned() {
    StringBuilder toned = new StringBuilder();
    for (char vowel : VOWELS.toCharArray()) {
      for (char tone : TONES.toCharArray()) {
        toned.append(Composed.nfc("" + vowel + tone));
      }
    }
    return toned.toString();
  }

  /** Whether the word is in one case, or has only a first capital. */
  static boolean is(String word) {
    return oneCase(word) && isInAnyCase(word);
  }

  static boolean isInAnyCase(String word) {
    String lower = Composed.nfc(word).toLowerCase(Locale.ROOT);
    if (lower.length() > LONGEST) {
      return false;
    }
    StringBuilder letters = new StringBuilder();
    int tone = 0;
    int place = 0;
    for (int i = 0; i < lower.length(); i++) {
      int toned = lower.charAt(i) < 0x80 ? -1 : TONED.indexOf(lower.charAt(i));
      if (toned >= 0 && tone > 0) {
        return false;
      }
      letters.append(toned < 0 ? lower.charAt(i) : VOWELS.charAt(toned / TONES.length()));
      tone = toned < 0 ? tone : toned % TONES.length() + 1;
      place = toned < 0 ? place : i;
    }
    return new Syllable(letters.toString(), tone, place).fits();
  }

  private static boolean oneCase(String word) {
    boolean small = true;
    boolean capital = true;
    for (int i = 0; i < word.length(); i++) {
      small &= i == 0 || !Character.isUpperCase(word.charAt(i));
      capital &= !Character.isLowerCase(word.charAt(i));
    }
    return small || capital;
  }

  private boolean fits() {
    for (String start : STARTS) {
      if (letters.startsWith(start) && fits(start)) {
        return true;
      }
    }
    return false;
  }

  private boolean fits(String start) {
    String rime = letters.substring(start.length());
    return RIMES.contains(rime)
        && together(start, rime.charAt(0))
        && toneFits(rime, start.length());
  }

  /** Before e, ê, i and y, c, g and ng are written k, gh and ngh; gì and quê are exceptions. */
  private static boolean together(String start, char vowel) {
    boolean front = FRONT.indexOf(vowel) >= 0;
    return switch (start) {
      case "c", "ng" -> !front;
      case "g" -> !front || vowel == 'i';
      case "k", "gh", "ngh" -> front;
      default -> true;
    };
  }

  private boolean toneFits(String rime, int from) {
    boolean stop = "cpt".indexOf(rime.charAt(rime.length() - 1)) >= 0 || rime.endsWith("ch");
    boolean allowed = !stop || tone > 0 && tone <= TONES_OF_STOPS;
    return allowed && (tone == 0 || onVowel(rime, tonePlace - from));
  }

  /**
   * Whether the tone is on the right vowel: the one with a mark of its own, else the one of the old
   * or the new spelling.
   */
  private static boolean onVowel(String rime, int place) {
    int vowels = 0;
    int marked = -1;
    while (vowels < rime.length() && VOWELS.indexOf(rime.charAt(vowels)) >= 0) {
      marked = MARKED_VOWELS.indexOf(rime.charAt(vowels)) >= 0 ? vowels : marked;
      vowels++;
    }
    if (marked >= 0) {
      return place == marked;
    }
    boolean either = vowels == 2 && EITHER.contains(rime.substring(0, 2));
    boolean closed = vowels < rime.length();
    int usual = closed || vowels == 3 ? Math.min(vowels - 1, 1) : 0;
    return place == usual || either && (place == 0 || place == 1);
  }

  /**
   * Whether any word of a text passes the test. Words consist of letters and of the signs that old
   * fonts have in their place.
   */
  static boolean anyWord(String text, Predicate<String> asked) {
    int start = -1;
    for (int i = 0; i <= text.length(); i++) {
      boolean inside = i < text.length() && letter(text.charAt(i));
      if (inside && start < 0) {
        start = i;
      } else if (!inside && start >= 0) {
        if (asked.test(text.substring(start, i))) {
          return true;
        }
        start = -1;
      }
    }
    return false;
  }

  private static boolean letter(char c) {
    if (c < 0x80) {
      return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
    boolean sign = (c > '\u00A0' && c < '\u00C0') || c == '\u00D7' || c == '\u00F7';
    return sign || Character.isLetter(c) || Character.getType(c) == Character.NON_SPACING_MARK;
  }
}
