package vn.kt1.gateway.text;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Finds bytes written as letters: Base64, Base32, hexadecimal, uuencode, Ascii85, as a whole or in
 * groups.
 */
public final class Encoded {

  private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}+/=]+");

  /** The shapes of words, codes and house numbers; anything else is odd. */
  private static final Pattern USUAL =
      Pattern.compile(
          "\\p{Lu}?\\p{Ll}+|\\p{Lu}+\\p{Ll}{0,2}|(?:\\p{Lu}\\p{Ll}+){2,3}|\\p{Ll}{2,}(?:\\p{Lu}\\p{Ll}+){1,3}|[0-9/+=]*|[0-9/]+\\p{L}{1,3}"
              + "|\\p{L}{1,5}[0-9/]+\\p{L}?");

  private static final Pattern MIXED = Pattern.compile("(?=.*[0-9])(?=.*[A-Za-z])[A-Za-z0-9+/]+");
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9+/=]+");
  private static final Pattern MAIL = Pattern.compile("<?[\\w.+-]+@[\\w.-]+>?");
  private static final String RARE_SIGNS = "!#$%*<=>?@\\^_`|~";
  private static final Pattern RARE = Pattern.compile("[!#$%*<=>?@\\\\^_`|~]");

  /** Bytes as percent codes, as escapes of a program, or as ones and zeros. */
  private static final Pattern ESCAPED =
      Pattern.compile(
          "(?:%[0-9A-Fa-f]{2}){4,}|(?:\\\\x[0-9A-Fa-f]{2}){3,}"
              + "|(?<![0-9])[01]{8}(?:[\\s,;:.-]?[01]{8}){2,}(?![0-9])");

  private static final int SHORTEST = 12;

  /** The longest id: a UUID, a ULID, a SHA-1 digest. */
  private static final int LONGEST_ID = 40;

  private static final int LONGEST_MIXED_CASE_ID = 28;

  private Encoded() {}

  /** In a name or an address. */
  public static boolean inText(String text) {
    return text.length() >= SHORTEST && (usual(text) ? spelt(text) : inTextOfAnyKind(text));
  }

  /** Without the quick check. */
  static boolean inTextOfAnyKind(String text) {
    return text.length() >= SHORTEST
        && (ESCAPED.matcher(text).find()
            || odd(words(text))
            || grouped(words(text))
            || noise(text)
            || spelt(text));
  }

  /**
   * Whether an id holds encoded bytes. An id of usual length passes, unless it decodes to a text.
   */
  public static boolean inId(String id) {
    boolean usual =
        id.length() <= LONGEST_MIXED_CASE_ID
            || id.length() <= LONGEST_ID && id.chars().noneMatch(Character::isUpperCase);
    return usual ? spelt(id) : inIdOfAnyKind(id);
  }

  /** Without the quick check. */
  static boolean inIdOfAnyKind(String id) {
    List<String> words = words(id);
    int mixedCase = words.stream().filter(Encoded::oddInCase).mapToInt(String::length).sum();
    boolean opaque =
        words.stream()
            .anyMatch(word -> word.length() > LONGEST_ID && MIXED.matcher(word).matches());
    return mixedCase > LONGEST_MIXED_CASE_ID
        || opaque
        || id.length() > LONGEST_ID && grouped(words)
        || spelt(id);
  }

  /** A quick check: most texts have no escape, no noise and hardly an odd word. */
  private static boolean usual(String text) {
    Signs signs = Signs.of(text);
    return signs.plain()
        && !signs.has('%')
        && !signs.has('\\')
        && signs.longestNumber() < 8
        && signs.kinds(RARE_SIGNS) < 3
        && new UsualWords(text).only();
  }

  private static List<String> words(String text) {
    return Arrays.stream(BETWEEN.split(text)).filter(word -> !word.isEmpty()).toList();
  }

  private static boolean odd(List<String> words) {
    List<String> odd =
        words.stream()
            .filter(word -> word.length() > 2 && PLAIN.matcher(word).matches())
            .filter(word -> !USUAL.matcher(word).matches())
            .toList();
    int length = odd.stream().mapToInt(String::length).sum();
    return odd.size() >= 3 && length >= 24
        || odd.size() >= 4 && odd.size() * 2 >= words.size()
        || odd.stream().anyMatch(word -> word.length() >= 20 && oddInCase(word));
  }

  private static boolean oddInCase(String word) {
    return word.chars().anyMatch(Character::isUpperCase)
        && word.chars().anyMatch(Character::isLowerCase)
        && !USUAL.matcher(word).matches();
  }

  /** Five or more groups of equal length, some of which mix letters and digits. */
  private static boolean grouped(List<String> words) {
    int to = 0;
    for (int from = 0; from + 5 <= words.size(); from = Math.max(to, from + 1)) {
      int length = words.get(from).length();
      to = from;
      int mixed = 0;
      while (to < words.size()
          && words.get(to).length() == length
          && PLAIN.matcher(words.get(to)).matches()) {
        mixed += MIXED.matcher(words.get(to)).matches() ? 1 : 0;
        to++;
      }
      if (length >= 4 && to - from >= 5 && mixed >= 2) {
        return true;
      }
    }
    return false;
  }

  /** Many kinds of signs that no name has, as in uuencode and Ascii85. */
  private static boolean noise(String text) {
    String rest = MAIL.matcher(text).replaceAll("");
    List<String> signs = RARE.matcher(rest).results().map(sign -> sign.group()).toList();
    return signs.size() >= 4
        && signs.stream().distinct().count() >= 3
        && signs.size() * 12 >= rest.length();
  }

  /** Whether it decodes to a readable text. */
  private static boolean spelt(String text) {
    String plain = alphanumeric(text);
    return says(hex(plain))
        || says(base32(plain))
        || says(base64(text, false))
        || text.indexOf('-') >= 0 && says(base64(text, true));
  }

  private static String alphanumeric(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char sign = text.charAt(i);
      if (small(sign) || capital(sign) || digit(sign)) {
        plain.append(sign);
      }
    }
    return plain.toString();
  }

  private static boolean small(char sign) {
    return sign >= 'a' && sign <= 'z';
  }

  private static boolean capital(char sign) {
    return sign >= 'A' && sign <= 'Z';
  }

  private static boolean digit(char sign) {
    return sign >= '0' && sign <= '9';
  }

  private static byte[] hex(String text) {
    boolean hex = text.length() % 2 == 0 && text.chars().allMatch(HexFormat::isHexDigit);
    return hex ? HexFormat.of().parseHex(text) : new byte[0];
  }

  /**
   * Of the text without what parts groups; empty if it is no Base64.
   *
   * @param forUrls whether a dash stands for a plus, and parts no groups
   */
  static byte[] base64(String text, boolean forUrls) {
    StringBuilder bare = new StringBuilder(text.length());
    boolean ended = false;
    for (int i = 0; i < text.length(); i++) {
      char sign = text.charAt(i);
      if (parting(sign) || sign == '-' && !forUrls) {
        continue;
      }
      if (sign != '=' && (ended || !ofBase64(sign))) {
        return new byte[0];
      }
      ended |= sign == '=';
      if (!ended) {
        bare.append(sign == '-' ? '+' : sign == '_' ? '/' : sign);
      }
    }
    return bare.length() % 4 == 1 ? new byte[0] : Base64.getDecoder().decode(bare.toString());
  }

  private static boolean parting(char sign) {
    return sign < 0x80
        ? sign == ' ' || sign >= '\t' && sign <= '\r' || ":;,.|".indexOf(sign) >= 0
        : Character.isSpaceChar(sign);
  }

  private static boolean ofBase64(char sign) {
    return small(sign) || capital(sign) || digit(sign) || "+/-_".indexOf(sign) >= 0;
  }

  private static byte[] base32(String text) {
    boolean capitals = text.chars().allMatch(sign -> capital((char) sign) || ofBase32(sign));
    if (!capitals && !text.chars().allMatch(sign -> small((char) sign) || ofBase32(sign))) {
      return new byte[0];
    }
    ByteBuffer bytes = ByteBuffer.allocate(text.length() * 5 / 8);
    int bits = 0;
    int held = 0;
    for (char sign : text.toCharArray()) {
      int five = Character.isDigit(sign) ? sign - '2' + 26 : Character.toUpperCase(sign) - 'A';
      held = (held << 5 | five) & 0xFFF;
      bits += 5;
      if (bits >= 8) {
        bits -= 8;
        bytes.put((byte) (held >> bits));
      }
    }
    return bytes.array();
  }

  private static boolean ofBase32(int digit) {
    return digit >= '2' && digit <= '7';
  }

  private static boolean says(byte[] bytes) {
    if (bytes.length < 9) {
      return false;
    }
    CharBuffer read = CharBuffer.allocate(bytes.length);
    // The text may go on; a text cut within a letter still counts.
    boolean broken =
        StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes), read, false).isError();
    String text = read.flip().toString();
    long letters = text.chars().filter(c -> Character.isLetter(c) || c == ' ').count();
    return !broken && letters * 10 >= text.length() * 7;
  }
}
