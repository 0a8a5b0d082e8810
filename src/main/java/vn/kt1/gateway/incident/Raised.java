package vn.kt1.gateway.incident;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An incident as somebody raises it.
 *
 * @param finding what the receiving unit found, where it comes from a confirmation
 * @param unit in whose name; null for the Department, an operator and the gateway, and for an
 *     e-office of several units that names no shipment
 * @param partner the e-office that raised it
 */
record Raised(
    IncidentKind kind,
    boolean wrongdoing,
    @Nullable String shipmentId,
    @Nullable Finding finding,
    @Nullable UUID confirmationId,
    @Nullable String province,
    @Nullable String unit,
    @Nullable String partner,
    By by,
    Instant at,
    @Nullable String note) {

  /** On whose side it was raised. */
  enum By {
    UNIT,
    DEPARTMENT,
    OPERATOR,
    GATEWAY
  }

  /** Loss, wrongdoing and breach of secrecy: Hải Phòng §3 asks to tell the Department of them. */
  boolean toldAtOnce() {
    return wrongdoing || kind == IncidentKind.LOSS || kind == IncidentKind.SECRECY_BREACH;
  }
}
