package vn.kt1.gateway.incident;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of the register. {@code senderCode} is that of its shipment, where it has one. */
public record Incident(
    String incidentId,
    IncidentKind kind,
    boolean wrongdoing,
    @Nullable String shipmentId,
    @Nullable String finding,
    @Nullable String province,
    @Nullable String unit,
    String raisedBy,
    Instant at,
    @Nullable String note,
    Instant raisedAt,
    State state,
    @Nullable String owner,
    @Nullable Instant takenAt,
    @Nullable Instant claimUntil,
    Instant answerUntil,
    @Nullable String answer,
    @Nullable Instant answeredAt,
    @Nullable String senderCode) {

  /** Nobody deals with it yet, somebody does, it was answered. */
  public enum State {
    OPEN,
    TAKEN,
    ANSWERED
  }

  /** Raised after the last day for complaints. It is taken all the same. */
  boolean late() {
    return claimUntil != null && raisedAt.isAfter(claimUntil);
  }
}
