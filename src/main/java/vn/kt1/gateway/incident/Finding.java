package vn.kt1.gateway.incident;

/**
 * What a receiving unit finds wrong with an envelope, and who must be told. The last rule that can
 * be read is NĐ 26/2020/NĐ-CP Đ.4(2)(c), (3): the sender of wrong handling; the own head of what
 * was opened, swapped or damaged; the sender makes good what is missing or badly packed before
 * anybody signs.
 */
public enum Finding {
  SHORT_COUNT(IncidentKind.OTHER),
  BAD_PACKING(IncidentKind.OTHER),
  WRONG_HANDLING(IncidentKind.OTHER),
  OPENED(IncidentKind.SECRECY_BREACH),
  SWAPPED(IncidentKind.SECRECY_BREACH),
  DAMAGED(IncidentKind.DAMAGE);

  final IncidentKind kind;

  Finding(IncidentKind kind) {
    this.kind = kind;
  }
}
