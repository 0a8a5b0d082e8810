package vn.kt1.gateway.startup;

/** Looks at one thing that a start needs, or must not have. */
@FunctionalInterface
interface Check {
  void look(Settings settings, Findings findings);
}
