package vn.kt1.gateway.ledger;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.kt1.gateway.shipment.Sha256;

/**
 * The id of an event, computed from what identifies the event (CONTRACT, 7): the same event has the
 * same id on every channel. The function {@code event_id} of the database computes the same.
 */
public final class EventId {

  private static final char SEPARATOR = 31;
  private static final String NOTHING = "\u001e";

  private EventId() {}

  public static UUID of(
      String shipmentId,
      String source,
      @Nullable String itemCode,
      String rawCode,
      Instant at,
      @Nullable String location) {
    long micros = Math.addExact(at.getEpochSecond() * 1_000_000, at.getNano() / 1_000);
    String told =
        shipmentId
            + SEPARATOR
            + source
            + SEPARATOR
            + (itemCode == null ? NOTHING : itemCode)
            + SEPARATOR
            + rawCode
            + SEPARATOR
            + micros
            + SEPARATOR
            + (location == null ? NOTHING : location);
    return uuid(Sha256.bytes(told));
  }

  /** A UUID of version 8 (RFC 9562): its content is defined by the application. */
  private static UUID uuid(byte[] digest) {
    digest[6] = (byte) ((digest[6] & 15) | 128);
    digest[8] = (byte) ((digest[8] & 63) | 128);
    ByteBuffer bytes = ByteBuffer.wrap(digest);
    return new UUID(bytes.getLong(), bytes.getLong());
  }
}
