package vn.kt1.gateway.intake;

import java.util.regex.Pattern;

/** Says, as the key of our sentence, why a text is not a whole number. */
final class NoNumber {

  /** 1.200, 1,200 or 1 200: for some people one and a fifth, for others twelve hundred. */
  private static final Pattern GROUPED =
      Pattern.compile("[0-9]{1,3}(?:[.,'\u2019 _] ?[0-9]{3})+(?:[.,][0-9]{1,2})?");

  private static final Pattern WITH_UNIT =
      Pattern.compile("[0-9][0-9., ]{0,20}\\p{L}[\\p{L}/. ]{0,20}");

  private static final Pattern QUOTED = Pattern.compile("[0-9]{1,40}(?:\\.0)?");

  private NoNumber() {}

  static String of(String written) {
    String text = Cell.tidied(written);
    if (QUOTED.matcher(text).matches()) {
      return "whole-quoted"; // a number in a cell of a table is none of those texts
    }
    if (GROUPED.matcher(text).matches()) {
      return "whole-grouped";
    }
    return WITH_UNIT.matcher(text).matches() ? "whole-with-unit" : "whole";
  }
}
