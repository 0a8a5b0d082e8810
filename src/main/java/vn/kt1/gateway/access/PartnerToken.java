package vn.kt1.gateway.access;

import java.time.Instant;

/** A token as it may be shown: by its id, never by itself. */
public record PartnerToken(String tokenId, String partner, Instant createdAt, Instant expiresAt) {}
