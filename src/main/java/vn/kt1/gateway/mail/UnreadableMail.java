package vn.kt1.gateway.mail;

/** A mail over which the line was lost again and again: a person must look at it. */
public class UnreadableMail extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnreadableMail() {
    super("the line was lost over this mail again and again");
  }
}
