package vn.kt1.gateway.news;

/** A batch of news with the bytes of the file they will stand in; it has no name yet. */
public record NewsRows(NewsBatch batch, byte[] content) {}
