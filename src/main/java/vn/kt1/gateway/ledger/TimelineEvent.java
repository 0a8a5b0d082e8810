package vn.kt1.gateway.ledger;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.kt1.gateway.text.DegreeWords;

/** One event of a shipment's timeline. */
public record TimelineEvent(
    String eventId,
    @Nullable String state,
    String source,
    String rawCode,
    @Nullable String rawText,
    @Nullable String location,
    Instant occurredAt,
    Instant recordedAt,
    @Nullable String correctedBy) {

  /** SECURITY: the texts of the post may hold a degree or its service. */
  TimelineEvent withoutDegree() {
    return new TimelineEvent(
        eventId,
        state,
        source,
        DegreeWords.removedFrom(rawCode),
        rest(rawText),
        rest(location),
        occurredAt,
        recordedAt,
        correctedBy);
  }

  private static @Nullable String rest(@Nullable String text) {
    String rest = text == null ? "" : DegreeWords.removedFrom(text);
    return rest.isEmpty() ? null : rest;
  }
}
