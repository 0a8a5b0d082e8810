package vn.kt1.gateway.tracking;

/**
 * Nothing was asked, because the budget is used up or the API is left alone. This is not a failure.
 */
final class NotNow extends RuntimeException {
  private static final long serialVersionUID = 1L;

  NotNow() {
    super("not now", null, false, false);
  }
}
