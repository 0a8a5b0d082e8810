package vn.kt1.gateway.dispatch;

import org.jspecify.annotations.Nullable;

/**
 * What a maker owes somebody outside. Kind, recipient and occasion together are owed once.
 *
 * @param kind one of {@code dispatch/kinds.csv}
 * @param recipient {@code post}, a partner, or a role with its id
 * @param occasion what makes it one
 * @param reference the id of what it is about, null where there is none
 * @param kt1Only SECURITY: no courier of another network may carry it
 */
public record Outgoing(
    String kind,
    String recipient,
    String occasion,
    String name,
    @Nullable String reference,
    byte[] content,
    boolean kt1Only) {

  /** The recipient of what goes to the post. */
  public static final String POST = "post";

  /** A file for the post that may leave by KT1 and by no other way; its name is its occasion. */
  public static Outgoing byKt1(
      String kind, String name, @Nullable String reference, byte[] content) {
    return new Outgoing(kind, POST, name, name, reference, content, true);
  }
}
