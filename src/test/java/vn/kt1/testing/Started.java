package vn.kt1.testing;

/** Marks in the report of a class what it started: {@code bench/gate} counts them. */
final class Started {

  private Started() {}

  static void note(String what) {
    System.out.println("[started] " + what);
  }
}
