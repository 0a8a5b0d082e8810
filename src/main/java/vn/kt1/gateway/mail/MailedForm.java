package vn.kt1.gateway.mail;

/** A file that partners mail to us and that is no hand-off: a form of ours that comes back. */
public interface MailedForm {

  /** Whether the file is this form; any other is read as a hand-off. */
  boolean isForm(String fileName, byte[] content);

  /** The route that takes it. */
  String route();
}
