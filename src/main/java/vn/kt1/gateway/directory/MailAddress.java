package vn.kt1.gateway.directory;

import java.util.Locale;
import java.util.regex.Pattern;

/** What may stand as a mail address in a configuration file: the plain form, without a name. */
final class MailAddress {

  static final String PLAIN_FORM = "[A-Za-z0-9._%+=~-]{1,64}@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+";
  private static final Pattern PLAIN = Pattern.compile(PLAIN_FORM);

  private MailAddress() {}

  /** A line break or a second address would end in the headers of a mail. */
  static void require(String address) {
    if (!PLAIN.matcher(address).matches()) {
      throw new IllegalArgumentException("not a plain mail address such as name@office.example");
    }
  }

  /** Addresses are compared without regard to case. */
  static String folded(String address) {
    return address.toLowerCase(Locale.ROOT);
  }
}
