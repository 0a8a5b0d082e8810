package vn.kt1.gateway.tracking;

/** Nothing was asked: the budget is used up, or the API is left alone. No failure of anybody. */
final class NotNow extends RuntimeException {
  private static final long serialVersionUID = 1L;

  NotNow() {
    super("not now", null, false, false);
  }
}
