package vn.kt1.gateway.access;

import java.time.Instant;

/** What may be shown of a token: its id, never the token itself. */
public record PartnerToken(String tokenId, String partner, Instant createdAt, Instant expiresAt) {}
