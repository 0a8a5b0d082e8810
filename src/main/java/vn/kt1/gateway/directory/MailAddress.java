package vn.kt1.gateway.directory;

import java.util.Locale;
import java.util.regex.Pattern;

/** What may stand as a mail address in a configuration file: the plain form, without a name. */
public record MailAddress(String text) {

  static final String PLAIN_FORM = "[A-Za-z0-9._%+=~-]{1,64}@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+";
  private static final Pattern PLAIN = Pattern.compile(PLAIN_FORM);

  public MailAddress {
    // A line break or a second address would end in the headers of a mail.
    if (!PLAIN.matcher(text).matches()) {
      throw new IllegalArgumentException("no plain mail address");
    }
  }

  /** Addresses are compared without regard to case. */
  public static String folded(String address) {
    return address.toLowerCase(Locale.ROOT);
  }
}
