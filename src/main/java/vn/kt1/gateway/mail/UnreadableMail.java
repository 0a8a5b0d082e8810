package vn.kt1.gateway.mail;

/** A mail at which the connection broke again and again: a person must check it. */
public class UnreadableMail extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnreadableMail() {
    super("the line was lost over this mail again and again");
  }
}
