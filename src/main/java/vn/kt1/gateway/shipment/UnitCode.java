package vn.kt1.gateway.shipment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Identity code of a body (QĐ 20/2020/QĐ-TTg: at most 35 characters, largest group first). The
 * legacy form of QCVN 102:2016 reads right to left and is turned round: {@code 000.00.16.H24}
 * becomes {@code H24.16}.
 */
public final class UnitCode {

  private static final Pattern WRITTEN = Pattern.compile("[0-9A-Z]+(\\.[0-9A-Z]+)*");
  private static final Pattern LEGACY = Pattern.compile("[0-9]+(\\.[0-9A-Z]+)*\\.[A-Z][0-9]{2}");

  private UnitCode() {}

  public static boolean readable(String code) {
    String written = code.strip().toUpperCase(Locale.ROOT);
    return written.length() <= 35 && WRITTEN.matcher(written).matches();
  }

  /** The code in its present form; a code of another family stays as it is. */
  public static String normalise(String code) {
    String written = code.strip().toUpperCase(Locale.ROOT);
    if (!LEGACY.matcher(written).matches()) {
      return written;
    }
    List<String> groups = new ArrayList<>(Arrays.asList(written.split("\\.")));
    groups.removeIf(group -> group.matches("0+"));
    Collections.reverse(groups);
    return String.join(".", groups);
  }
}
