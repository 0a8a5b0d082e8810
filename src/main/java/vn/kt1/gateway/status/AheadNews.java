package vn.kt1.gateway.status;

/**
 * Somebody told of what has not happened yet. Published in the transaction that rejects it.
 *
 * @param origin the name of the file, or of the answer
 * @param sha256 what makes this origin differ from another of the same name
 */
public record AheadNews(String origin, String sha256) {}
