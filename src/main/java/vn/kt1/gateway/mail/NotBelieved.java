package vn.kt1.gateway.mail;

/** A signature that proves nothing. Only the kind of its flaw is ever reported. */
final class NotBelieved extends Exception {
  private static final long serialVersionUID = 1L;

  enum Flaw {
    TOO_LARGE,
    UNREADABLE,
    SIGNERS,
    OTHER_CERTIFICATE,
    CERTIFICATE_NOT_VALID_NOW,
    WEAK,
    TAMPERED,
    SIGNING_TIME
  }

  private final Flaw flaw;

  NotBelieved(Flaw flaw) {
    super(flaw.name());
    this.flaw = flaw;
  }

  Flaw flaw() {
    return flaw;
  }
}
