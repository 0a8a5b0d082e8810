package vn.kt1.gateway.intake;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** VNI writes most marks as a letter of their own behind the vowel: {@code teá} is tế. */
final class VniFont {

  private static final String SAC = "\u0301";
  private static final String HUYEN = "\u0300";
  private static final String HOI = "\u0309";
  private static final String NGA = "\u0303";
  private static final String NANG = "\u0323";
  private static final String ROOF = "\u0302";
  private static final String CUP = "\u0306";

  /** Vowels that marks follow; two have their horn already. */
  private static final Map<Character, String> VOWELS =
      Map.of('a', "a", 'e', "e", 'o', "o", 'u', "u", 'y', "y", 'ô', "ơ", 'ö', "ư");

  private static final Map<Character, String> TONES =
      Map.of('ù', SAC, 'ø', HUYEN, 'û', HOI, 'õ', NGA, 'ï', NANG);

  private static final Map<Character, String> ROOFS =
      Map.of(
          'â',
          ROOF,
          'á',
          ROOF + SAC,
          'à',
          ROOF + HUYEN,
          'å',
          ROOF + HOI,
          'ã',
          ROOF + NGA,
          'ä',
          ROOF + NANG);

  private static final Map<Character, String> CUPS =
      Map.of(
          'ê',
          CUP,
          'é',
          CUP + SAC,
          'è',
          CUP + HUYEN,
          'ú',
          CUP + HOI,
          'ü',
          CUP + NGA,
          'ë',
          CUP + NANG);

  private static final Map<Character, String> ALONE =
      Map.of('ñ', "đ", 'æ', "ỉ", 'ó', "ĩ", 'ò', "ị", 'î', "ỵ");

  private VniFont() {}

  /** What the word says in this font; a letter that no mark can follow stands for itself. */
  static String read(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    StringBuilder read = new StringBuilder();
    for (int i = 0; i < lower.length(); i++) {
      char letter = lower.charAt(i);
      String mark = i + 1 < lower.length() ? mark(letter, lower.charAt(i + 1)) : null;
      String vowel = VOWELS.get(letter);
      if (vowel != null && mark != null) {
        read.append(vowel).append(mark);
        i++;
      } else {
        read.append(vowel != null ? vowel : ALONE.getOrDefault(letter, String.valueOf(letter)));
      }
    }
    return Normalizer.normalize(read, Normalizer.Form.NFC);
  }

  private static @Nullable String mark(char vowel, char written) {
    if (TONES.containsKey(written)) {
      return TONES.get(written);
    }
    if (vowel == 'a' && CUPS.containsKey(written)) {
      return CUPS.get(written);
    }
    return "aeo".indexOf(vowel) >= 0 ? ROOFS.get(written) : null;
  }
}
