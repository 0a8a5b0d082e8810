package vn.kt1.gateway.text;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Finds ids that tell of the document inside: its number with its symbol, words of its subject, or
 * encoded bytes. Such ids would appear in lists, file names and mails.
 */
public final class DocumentIds {

  /** Types of documents, by Nghị định 30/2020/NĐ-CP and by the Party's rules. */
  private static final Set<String> TYPES =
      words("QD CV BC TTR KH TB NQ CT ND TT HD CTR CD BB GM GT PA DA QC QYD TTLT VBHN KL DE TTHH");

  /**
   * A body that issues documents, as symbols name it; ministries and departments by their initials.
   */
  private static final Pattern BODY =
      Pattern.compile("UBND|HDND|TU|TW|TTG|CP|VPCP|VPTU|QH|(?:HU|BTV|UBKT|VKS|TAND|B|S)[A-Z]{2,6}");

  /** A compound that would be split like two words in camel case. */
  private static final Pattern MIXED_CASE_TYPE =
      Pattern.compile("TTr|CTr|QyD|TTg", Pattern.CASE_INSENSITIVE);

  /** Letters with a number before or after them. A more mixed text holds no words. */
  private static final Pattern READABLE = Pattern.compile("[0-9]*[A-Za-z]*[0-9]*");

  /** A UUID or a digest, in which letters are random. */
  private static final Pattern HEXADECIMAL = Pattern.compile("[0-9A-Fa-f-]{20,}");

  private static final Pattern YEAR = Pattern.compile("(?:19|20)[0-9]{2}");
  private static final Pattern NUMBER = Pattern.compile("0?[1-9][0-9]{0,4}");
  private static final Pattern SERIAL = Pattern.compile("0[0-9]{2,}|[0-9]{4,}");
  private static final Pattern LETTERS = Pattern.compile("[A-Z]{2,}");
  private static final Pattern INITIALS = Pattern.compile("UBND|HDND|TU|TW|[B-DF-HJ-NP-TV-Z]{2,6}");

  /** The shape of every Vietnamese syllable, without marks. */
  private static final String SYLLABLE =
      "(?:NGH?|NH|GH?|GI|KH|PH|QU|TH|TR|CH|[BCDHKLMNPRSTVX])?[AEIOUY]{1,3}(?:CH|NG|NH|[CMNPT])?";

  private static final Pattern ONE_SYLLABLE = Pattern.compile(SYLLABLE);
  private static final Pattern SYLLABLES = Pattern.compile("(?:" + SYLLABLE + "){4,}");

  private static final Pattern SUBJECT = Pattern.compile("VEVIEC(?!LAM)|TRICHYEU");

  private static final Pattern KIND_OF_DOCUMENT =
      Pattern.compile(
          "BAOCAO|QUYETDINH|TOTRINH|CONGVAN|NGHIQUYET|CHITHI|CONGDIEN|GIAYMOI|PHUONGAN"
              + "|(?<!SO|PHONG|BAN|CUC|VU)KEHOACH|KETLUAN|DENGHI");

  /** Words that name hand-offs and the bodies that make them. */
  private static final Set<String> OF_HAND_OFFS =
      words(
          "BAN GIAO BI THU GUI DI DEN SO DANH SACH NGAY THANG NAM DOT LO LAN CHUYEN PHAT BUU DIEN"
              + " CUC PHUONG XA DAC KHU THANH PHO TINH UY NHAN DAN HOI DONG VAN PHONG CHI TRUNG TAM"
              + " HAI QUANG NGAI HA NOI KHOA HOC VA CONG NGHE Y TE GIAO DUC DAO TAO TAI CHINH VU"
              + " XAY DUNG TU PHAP THUONG NONG NGHIEP MOI TRUONG HOA THE THAO DU LICH TOC TON NGOAI"
              + " TRA AN QUAN SU KIEM SAT TOA MAT TRAN TO QUOC DOAN DANG THUE KHO BAC BAO HIEM SANG"
              + " CHIEU CU MAU THEO CUA CHO NHA NUOC UBND");

  private static final int MOST_OTHER_WORDS = 3;

  private DocumentIds() {}

  private static Set<String> words(String words) {
    return Arrays.stream(words.split(" ")).collect(Collectors.toUnmodifiableSet());
  }

  public static boolean tell(String id) {
    return Encoded.inId(id)
        || !new UsualId(id, TYPES).holdsNothing() && !is(HEXADECIMAL).test(id) && tellInWords(id);
  }

  static boolean tellInWords(String id) {
    String whole =
        MIXED_CASE_TYPE.matcher(id).replaceAll(type -> type.group().toUpperCase(Locale.ROOT));
    List<String> words =
        Arrays.stream(whole.split("[._-]+"))
            .filter(is(READABLE))
            .flatMap(part -> Folded.words(part).stream())
            .toList();
    return numbered(words) || unnamed(words) || subject(words);
  }

  /** Number, type, body: 15-KH-UBND; or the symbol alone, unless a serial follows. */
  private static boolean numbered(List<String> words) {
    return IntStream.range(0, words.size() - 1)
        .filter(at -> TYPES.contains(words.get(at)))
        .anyMatch(
            at ->
                is(LETTERS).test(words.get(at + 1)) && afterNumber(words, at)
                    || body(words, at + 1)
                    || number(words.get(at + 1)) && body(words, at + 2));
  }

  private static boolean body(List<String> words, int at) {
    return at < words.size()
        && is(BODY).test(words.get(at))
        && !serial(words.subList(at + 1, words.size()));
  }

  private static boolean afterNumber(List<String> words, int at) {
    boolean year = at > 1 && is(YEAR).test(words.get(at - 1));
    int before = year ? at - 2 : at - 1;
    return before >= 0 && number(words.get(before));
  }

  private static boolean number(String word) {
    return is(NUMBER).test(word) && !is(YEAR).test(word);
  }

  private static boolean serial(List<String> rest) {
    return rest.stream().filter(word -> !is(YEAR).test(word)).anyMatch(is(SERIAL));
  }

  /** Number, body, unit, and no serial: 123-SYT-NVY. */
  private static boolean unnamed(List<String> words) {
    int at = words.size() > 1 && is(YEAR).test(words.get(1)) ? 1 : 0;
    return words.size() > at + 2
        && number(words.get(0))
        && is(INITIALS).test(words.get(at + 1))
        && is(INITIALS).test(words.get(at + 2))
        && !serial(words.subList(at + 3, words.size()));
  }

  private static boolean subject(List<String> words) {
    String joined = String.join("", words);
    List<String> syllables = words.stream().filter(is(LETTERS)).filter(is(ONE_SYLLABLE)).toList();
    long others = syllables.stream().filter(word -> !OF_HAND_OFFS.contains(word)).count();
    boolean glued =
        words.stream()
            .anyMatch(word -> is(SYLLABLES).test(word) && KIND_OF_DOCUMENT.matcher(word).find());
    return SUBJECT.matcher(joined).find()
        || glued
        || others > MOST_OTHER_WORDS
        || KIND_OF_DOCUMENT.matcher(String.join("", syllables)).find() && syllables.size() > 3
        || forShort(words);
  }

  /** V/v, and more after it. */
  private static boolean forShort(List<String> words) {
    String first = words.stream().limit(2).collect(Collectors.joining());
    return words.size() > 2 && (words.contains("VV") || first.equals("VV"));
  }

  private static Predicate<String> is(Pattern pattern) {
    return word -> pattern.matcher(word).matches();
  }
}
