package vn.kt1.gateway.dispatch;

/** Something that may leave by KT1 only was about to leave by another way. */
final class WrongWay extends RuntimeException {

  private static final long serialVersionUID = 1L;

  WrongWay(String reference, String scheme) {
    super(reference + " may not leave by " + scheme);
  }
}
