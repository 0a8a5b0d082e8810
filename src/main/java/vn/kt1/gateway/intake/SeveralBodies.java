package vn.kt1.gateway.intake;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import vn.kt1.gateway.text.Signs;

/**
 * Tells whether a text names one body or several; an envelope goes to one. A name may contain
 * commas and "và". A part and its whole, as in a letterhead, count as one body.
 */
final class SeveralBodies {

  /** {@code - Sở Y tế}, {@code 1. Sở Y tế}, also where an exporter has escaped it. */
  private static final Pattern MARK =
      Pattern.compile("(?m)^\\h*['\"]?(?:[-+*•●▪‣–—]|\\(?[0-9]{1,2}[.)]|[a-z]\\))\\s+\\p{L}");

  /** No name contains a semicolon or a bar. One at the end only ends the text. */
  private static final Pattern PARTED = Pattern.compile("[;|；]\\s*[\\p{L}\\p{N}]");

  private static final Pattern ENTITY = Pattern.compile("&#?\\w{1,8};");

  private static final Pattern ALL =
      Pattern.compile(
          "(?iU)^các |\\bvà các (?:sở|ban|cơ quan|đơn vị|quận|huyện|xã|phường)\\b"
              + "|(?:ubnd|[ủu][yỷ] ban nhân dân) các (?:quận|huyện|xã|phường|thị)\\b");

  private static final Pattern BETWEEN = Pattern.compile("(?iU)\\R|[,&/+]|\\s[-–—]\\s|\\svà\\s");

  /** Words of which one stands in every name of several bodies. */
  private static final Pattern MANY = Pattern.compile("(?iu)(?:^| )(?:và|các) ");

  private static final Pattern CODE = Pattern.compile("[0-9A-Za-z]+(?:\\.[0-9A-Za-z]+)+");
  private static final Pattern BETWEEN_CODES = Pattern.compile("(?iU)[\\s;,|/&+]+(?:và\\s+)?");

  /** Words that begin the name of a body. Two parts that begin with such words are two bodies. */
  private static final List<Head> HEADS =
      List.of(
          head("province", "uủ", "(?:ubnd|(?:ủy|uỷ) ban nhân dân) (?:tỉnh|thành phố|tp)\\b"),
          head("people's committee", "uủ", "(?:ubnd|(?:ủy|uỷ) ban nhân dân) "),
          head("department", "s", "sở "),
          head("ministry", "b", "bộ (?!chỉ huy|tư lệnh|phận|đội|môn)"),
          head("police", "c", "công an "),
          head("court", "t", "(?:tòa|toà) án |tand "),
          head("procuracy", "v", "viện (?:kiểm sát|ks)|vksnd "),
          head("party", "thqđ", "(?:tỉnh|thành|huyện|quận|thị|đảng) (?:ủy|uỷ)\\b"),
          head("agency", "c", "cục "),
          head("branch", "c", "chi cục "),
          head("office", "v", "văn phòng "),
          head("division", "p", "phòng "),
          head("centre", "t", "trung tâm "),
          head("school", "t", "trường "),
          head("hospital", "b", "bệnh viện "),
          head("board", "b", "ban "),
          head("company", "c", "công ty "),
          head("association", "h", "hội (?!đồng)"),
          head("institute", "v", "viện "));

  /** A court of a district next to that of its province: these are a part and its whole. */
  private static final Set<String> IN_EACH_OTHER = Set.of("police", "court", "procuracy", "party");

  /** Kinds of bodies that are not part of one another. */
  private static final Set<String> APART =
      Set.of(
          "province,people's committee,department,ministry,police,court,procuracy,party,agency"
              .split(","));

  private static final Set<Set<String>> WHOLE_AND_PART =
      Set.of(
          Set.of("province", "department"),
          Set.of("ministry", "police"),
          Set.of("ministry", "court"),
          Set.of("ministry", "procuracy"),
          Set.of("ministry", "agency"));

  /** {@code letters}: the small letters with which such a name can begin. */
  private record Head(String kind, String letters, Pattern begins) {

    boolean of(String part) {
      boolean known = !part.isEmpty() && Signs.letter(part.charAt(0));
      return (!known || letters.indexOf(Character.toLowerCase(part.charAt(0))) >= 0)
          && begins.matcher(part).matches();
    }
  }

  private SeveralBodies() {}

  private static Head head(String kind, String letters, String begins) {
    return new Head(kind, letters, Pattern.compile("(?iU)^(?:" + begins + ").*"));
  }

  static boolean in(String written) {
    return !Shape.tooLong(written) && !surelyOne(written) && thoroughly(written);
  }

  /** A quick check: a plain name without any sign or word that parts bodies is of one. */
  private static boolean surelyOne(String written) {
    Signs signs = Signs.of(written);
    return signs.plain()
        && signs.kinds(",&/+;|-") == 0
        && !MANY.matcher(written).find()
        && Signs.letter(written.charAt(0))
        && written.indexOf(')') != 1;
  }

  static boolean thoroughly(String written) {
    String text = ENTITY.matcher(written).replaceAll("&");
    if (MARK.matcher(text).find() || PARTED.matcher(text).find()) {
      return true;
    }
    if (ALL.matcher(Cell.tidied(text)).find()) {
      return true;
    }
    List<String> kinds =
        BETWEEN.splitAsStream(text).map(Cell::tidied).flatMap(SeveralBodies::kind).toList();
    return Stream.iterate(1, i -> i < kinds.size(), i -> i + 1)
        .anyMatch(i -> kinds.subList(0, i).stream().anyMatch(one -> two(one, kinds.get(i))));
  }

  private static Stream<String> kind(String part) {
    Optional<Head> head = HEADS.stream().filter(one -> one.of(part)).findFirst();
    return head.map(Head::kind).stream();
  }

  private static boolean two(String one, String other) {
    if (one.equals(other)) {
      return !IN_EACH_OTHER.contains(one);
    }
    return APART.contains(one)
        && APART.contains(other)
        && !WHOLE_AND_PART.contains(Set.of(one, other));
  }

  /** Whether a text that is not a code holds several codes. */
  static boolean inCode(String written) {
    return BETWEEN_CODES.splitAsStream(written).filter(part -> CODE.matcher(part).matches()).count()
        > 1;
  }
}
