package vn.kt1.gateway.dispatch;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that leaves, under the lease of whoever carries it.
 *
 * @param folder where a line by SFTP puts it
 * @param content empty when nobody may need it any more
 * @param kt1Only SECURITY: to be carried by a courier of the KT1 network and by no other
 * @param again another carriage of what was carried before: it takes the place of what lies there
 */
public record Parcel(
    String id,
    UUID lease,
    int attempts,
    String kind,
    String folder,
    String recipient,
    String name,
    @Nullable String reference,
    byte[] content,
    String sha256,
    boolean kt1Only,
    boolean again,
    Instant owedSince) {}
