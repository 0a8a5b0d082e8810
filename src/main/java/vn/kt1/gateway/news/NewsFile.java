package vn.kt1.gateway.news;

import java.util.UUID;

/** A file of news as its partner gets it, under the lease of whoever is carrying it there. */
public record NewsFile(UUID lease, String partner, String name, byte[] content, int attempts) {}
