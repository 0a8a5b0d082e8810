package vn.kt1.gateway.evidence;

import java.security.SecureRandom;
import java.util.HexFormat;
import vn.kt1.gateway.shipment.Sha256;

/**
 * Sixteen random bytes in hexadecimal, kept with the row that a digest in evidence is of, and never
 * in evidence.
 *
 * <p>SECURITY: few values of a row tell its degree, and evidence is read by those who know all the
 * others: of a digest without a salt they would find the degree by trying.
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
   * What stands in evidence: whoever has the row and its salt can compute it again.
   *
   * @param sha256 the digest of the content itself
   */
  public String digest(String sha256) {
    return Sha256.of(hex + " " + sha256);
  }
}
