package vn.kt1.gateway.mail;

/**
 * A mail from a partner's address without proof that the partner sent it. The sender may be
 * anybody, so it is not answered, but the operators must know.
 */
public class UnprovenMail extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final String partner;

  UnprovenMail(String partner) {
    super("a mail from a registered address is not proven");
    this.partner = partner;
  }

  /** The partner whose address stands in the mail. */
  String partner() {
    return partner;
  }
}
