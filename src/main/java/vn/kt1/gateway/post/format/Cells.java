package vn.kt1.gateway.post.format;

import java.util.regex.Pattern;
import vn.kt1.gateway.shipment.Fault.Code;
import vn.kt1.gateway.shipment.ItemCode;

/** What stands in cells of the post, read from their text. */
final class Cells {

  private static final Pattern GRAMS = Pattern.compile("([0-9]{1,7})(?:[.,]0{1,9})?");

  private Cells() {}

  static ItemCode itemCode(String written) {
    ItemCode code = ItemCode.of(written);
    ItemCode.Doubt doubt = code.doubt();
    if (doubt != null) {
      throw new BadCell(
          Code.BAD_VALUE,
          switch (doubt) {
            case UNREADABLE -> "item-code";
            case LOST_DIGITS -> "item-code-digits";
            case TWO_READINGS -> "item-code-two";
          });
    }
    return code;
  }

  static Integer grams(String written) {
    var grams = GRAMS.matcher(written);
    if (!grams.matches()) {
      throw new BadCell(Code.BAD_VALUE, "number");
    }
    return Integer.valueOf(grams.group(1));
  }
}
