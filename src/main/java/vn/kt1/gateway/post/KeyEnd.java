package vn.kt1.gateway.post;

import java.time.Instant;

/** Until when an OpenPGP key can be used: {@code owner} is the gateway or the post. */
public record KeyEnd(String owner, String keyId, Instant from, Instant to) {}
