package vn.kt1.gateway.evidence;

import java.security.SecureRandom;
import java.util.HexFormat;
import vn.kt1.gateway.shipment.Sha256;

/**
 * Sixteen random bytes in hexadecimal. The salt is stored with the data whose digest is in
 * evidence, and never in evidence.
 *
 * <p>SECURITY: readers of evidence may know everything of a row but its degree. Without a salt they
 * could find the degree by trying the few possible values.
 */
public record Salt(String hex) {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int BYTES = 16;

  public static Salt fresh() {
    byte[] bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return new Salt(HexFormat.of().formatHex(bytes));
  }

  /**
   * The digest for evidence. With the row and its salt anybody can compute it again.
   *
   * @param sha256 the digest of the content itself
   */
  public String digest(String sha256) {
    return Sha256.of(hex + " " + sha256);
  }
}
