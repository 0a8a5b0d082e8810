package vn.kt1.gateway.notice;

import java.time.Instant;
import java.util.UUID;

/**
 * A notice under the lease of whoever is sending it; {@code noticeId} is the same at every attempt.
 */
public record OwedNotice(
    UUID lease, String noticeId, Notice notice, Instant owedSince, int attempts) {}
