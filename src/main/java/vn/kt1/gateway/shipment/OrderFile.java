package vn.kt1.gateway.shipment;

import java.util.UUID;

/** An order file as the post gets it, under the lease of whoever is carrying it there. */
public record OrderFile(UUID lease, String name, byte[] content, String sha256, int attempts)
    implements FileForPost {

  @Override
  public String folder() {
    return "orders";
  }
}
