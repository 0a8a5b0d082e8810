package vn.kt1.gateway.ledger;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.kt1.gateway.shipment.Sha256;

/**
 * The id of an event, made of what makes it the same (CONTRACT, 7): the same news has the same id
 * by whichever channel it comes. The twin of {@code event_id} in the database.
 */
final class EventId {

  private static final char SEPARATOR = 31;
  private static final String NOTHING = "\u001e";

  private EventId() {}

  static UUID of(
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

  /** Version 8 of RFC 9562: of the maker's own making. */
  private static UUID uuid(byte[] digest) {
    digest[6] = (byte) ((digest[6] & 15) | 128);
    digest[8] = (byte) ((digest[8] & 63) | 128);
    ByteBuffer bytes = ByteBuffer.wrap(digest);
    return new UUID(bytes.getLong(), bytes.getLong());
  }
}
