package vn.kt1.gateway.dispatch;

/**
 * What may leave this house by KT1 and by no other way. SECURITY: whatever would send one of these
 * elsewhere is stopped on the way out.
 */
public interface ForKt1Only {

  /** Its id, for whoever is told that it was stopped. */
  String reference();
}
