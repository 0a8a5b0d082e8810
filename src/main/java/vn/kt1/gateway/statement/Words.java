package vn.kt1.gateway.statement;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.kt1.gateway.shipment.Text;

/** What stands on a statement in Vietnamese. */
final class Words {

  private static final String SURCHARGE = "surcharge-";
  private static final Set<String> MISSING =
      Set.of("charge", "acceptance", "tariff", "zone", "weight", "price", "vat", "express-timed");

  private Words() {}

  /** {@code 1.234.567 đ}. */
  static String dong(long amount) {
    return number(amount) + " đ";
  }

  static String number(long number) {
    DecimalFormatSymbols marks = DecimalFormatSymbols.getInstance(Locale.ROOT);
    marks.setGroupingSeparator('.');
    return new DecimalFormat("#,##0", marks).format(number);
  }

  static String percent(BigDecimal percent) {
    return percent.stripTrailingZeros().toPlainString().replace('.', ',') + "%";
  }

  /** {@code KT1_B_EXPRESS} is KT1 B Hỏa tốc. */
  static String service(String service) {
    String shown = service;
    for (String urgency : new String[] {"EXPRESS", "TIMED"}) {
      shown = shown.replace("_" + urgency, " " + said("urgency." + urgency));
    }
    return shown.replace('_', ' ');
  }

  static String zone(@Nullable String zone) {
    return said("zone." + (zone == null || zone.isEmpty() ? "NONE" : zone));
  }

  /** A word nobody has a sentence for is shown as it is. */
  static String missing(String word) {
    if (word.startsWith(SURCHARGE)) {
      return said("missing.surcharge", surcharge(word.substring(SURCHARGE.length())));
    }
    return MISSING.contains(word) ? said("missing." + word) : word;
  }

  static String part(String name) {
    return name.equalsIgnoreCase("base") ? said("part.BASE") : said("part.MARK", surcharge(name));
  }

  private static String surcharge(String name) {
    String bare = name.startsWith(SURCHARGE) ? name.substring(SURCHARGE.length()) : name;
    return switch (bare) {
      case "EXPRESS", "TIMED" -> said("urgency." + bare);
      case "EXPRESS_TIMED" -> said("urgency.EXPRESS") + " " + said("urgency.TIMED");
      default -> bare;
    };
  }

  static String said(String key, Object... arguments) {
    return Text.of("statement." + key, arguments).vi();
  }
}
