package vn.kt1.gateway.mail;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The Message-ID of a partner's mail, as far as our answer may name it. */
final class MessageId {

  /** SECURITY: nothing that ends a header line or is folded; no longer than one line of a mail. */
  private static final Pattern FIT = Pattern.compile("<[!-~&&[^<>]]{1,250}>");

  private MessageId() {}

  /** Empty where the mail has none, more than one, or one that no header of ours may hold. */
  static String of(List<String> headers) {
    String only = headers.size() == 1 ? headers.get(0).strip() : "";
    return fits(only) ? only : "";
  }

  static boolean fits(@Nullable String messageId) {
    return messageId != null && FIT.matcher(messageId).matches();
  }
}
