package vn.kt1.gateway.intake;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * How a Vietnamese syllable is written: a first consonant, a rime out of a closed list, one tone at
 * most, on its vowel; a rime that ends in c, ch, p or t has the tone sắc or nặng.
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
          ương ươp ươt ươu y ych ynh yt yêm yên yêng yêt yêu"""
              .split(" "));

  private static final String VOWELS = "aăâeêioôơuưy";
  private static final String MARKED_VOWELS = "ăâêôơư";
  private static final String TONES = "\u0300\u0301\u0303\u0309\u0323";
  private static final String TONES_OF_STOPS = "\u0301\u0323";
  private static final String FRONT = "eêiy";

  /** No syllable is longer, with its marks apart: nghiêng. */
  private static final int LONGEST = 12;

  private final String letters;
  private final char tone;
  private final int tonePlace;

  private Syllable(String letters, char tone, int tonePlace) {
    this.letters = letters;
    this.tone = tone;
    this.tonePlace = tonePlace;
  }

  /** In one case, or with a first capital. */
  static boolean is(String word) {
    return word.length() <= LONGEST && oneCase(word) && isInAnyCase(word);
  }

  static boolean isInAnyCase(String word) {
    if (word.length() > LONGEST) {
      return false;
    }
    String parts = Normalizer.normalize(word.toLowerCase(Locale.ROOT), Normalizer.Form.NFD);
    StringBuilder letters = new StringBuilder();
    char tone = 0;
    int place = 0;
    int bases = 0;
    for (char c : parts.toCharArray()) {
      if (TONES.indexOf(c) < 0) {
        letters.append(c);
        bases += Character.isLetter(c) ? 1 : 0;
      } else if (tone != 0) {
        return false;
      } else {
        tone = c;
        place = bases - 1;
      }
    }
    String composed = Normalizer.normalize(letters, Normalizer.Form.NFC);
    return new Syllable(composed, tone, place).fits();
  }

  private static boolean oneCase(String word) {
    String rest = word.substring(Math.min(1, word.length()));
    return rest.equals(rest.toLowerCase(Locale.ROOT)) || word.equals(word.toUpperCase(Locale.ROOT));
  }

  private boolean fits() {
    return STARTS.stream().anyMatch(start -> letters.startsWith(start) && fits(start));
  }

  private boolean fits(String start) {
    String rime = letters.substring(start.length());
    return RIMES.contains(rime)
        && together(start, rime.charAt(0))
        && toneFits(rime, start.length());
  }

  /** C, g and ng are k, gh and ngh before e, ê, i and y; but gì and quê. */
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
    if (stop) {
      return tone != 0 && TONES_OF_STOPS.indexOf(tone) >= 0 && onVowel(rime, tonePlace - from);
    }
    return tone == 0 || onVowel(rime, tonePlace - from);
  }

  /** On the vowel with a mark of its own; else where the old spelling or the new one has it. */
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
    boolean either = vowels == 2 && rime.matches("(?:oa|oe|uy|oo).*");
    boolean closed = vowels < rime.length();
    int usual = closed || vowels == 3 ? Math.min(vowels - 1, 1) : 0;
    return place == usual || either && (place == 0 || place == 1);
  }
}
