package vn.kt1.gateway.post;

import java.util.UUID;
import vn.kt1.gateway.dispatch.FileForPost;

/**
 * An order file as the post gets it, under the lease of whoever is carrying it there; {@code
 * replaces}: in the place of what lies there. No bytes: the post has answered all of it.
 */
public record OrderFile(
    UUID lease, String name, byte[] content, String sha256, int attempts, boolean replaces)
    implements FileForPost {

  public OrderFile(UUID lease, String name, byte[] content, String sha256, int attempts) {
    this(lease, name, content, sha256, attempts, false);
  }

  /** The same, to be written whatever the post has. */
  public OrderFile again() {
    return new OrderFile(lease, name, content, sha256, attempts, true);
  }

  @Override
  public String folder() {
    return "orders";
  }
}
