package vn.kt1.gateway.incident;

/** What went wrong (CONTRACT, 3). Each may concern an ordinary envelope, so none tells a degree. */
public enum IncidentKind {
  LOSS,
  LATE,
  DAMAGE,
  SECRECY_BREACH,
  MISROUTED,
  UNDELIVERABLE,
  OTHER
}
