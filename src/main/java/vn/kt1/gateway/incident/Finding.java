package vn.kt1.gateway.incident;

/**
 * What a receiving unit finds wrong with an envelope, and who must be told. The last rule that can
 * be read is NĐ 26/2020/NĐ-CP Đ.4(2)(c), (3): the sender of wrong handling; the own head of what
 * was opened, swapped or damaged; the sender makes good what is missing or badly packed before
 * anybody signs.
 */
public enum Finding {
  SHORT_COUNT(IncidentKind.OTHER, false),
  BAD_PACKING(IncidentKind.OTHER, false),
  WRONG_HANDLING(IncidentKind.OTHER, false),
  OPENED(IncidentKind.SECRECY_BREACH, true),
  SWAPPED(IncidentKind.SECRECY_BREACH, true),
  DAMAGED(IncidentKind.DAMAGE, true);

  final IncidentKind kind;

  /** Whether the head of the receiving unit is told; otherwise the sender is. */
  final boolean toOwnHead;

  Finding(IncidentKind kind, boolean toOwnHead) {
    this.kind = kind;
    this.toOwnHead = toOwnHead;
  }
}
