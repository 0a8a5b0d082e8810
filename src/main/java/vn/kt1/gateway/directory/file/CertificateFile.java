package vn.kt1.gateway.directory.file;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.openssl.PEMParser;
import org.jspecify.annotations.Nullable;

/**
 * Reads a certificate that a partner's file names. One that has expired is no fault: the gateway
 * must still start for the other partners.
 */
final class CertificateFile {

  /** What a certificate is shown for. */
  enum Use {
    SIGNING("the certificate in %s is not one to sign with", "one for signatures"),
    TLS(
        "the certificate in %s is not one for a client of TLS",
        "one with the uses digitalSignature and clientAuth");

    private final String wrong;
    private final String write;

    Use(String wrong, String write) {
      this.wrong = wrong;
      this.write = write;
    }
  }

  private static final String WRITE =
      "the path, from the configuration folder, of a PEM file with the partner's one certificate";
  private static final int SHORTEST_RSA = 2048;
  private static final String CLIENT_AUTH = "1.3.6.1.5.5.7.3.2";
  private static final String ANY_USE = "2.5.29.37.0";

  private CertificateFile() {}

  /**
   * Null where there is none.
   *
   * @param partner a block of the partner's file, to which the path is relative
   */
  static @Nullable X509Certificate read(YamlBlock partner, Scalar written, Use use) {
    String path = written.text();
    int line = written.line();
    try {
      X509Certificate certificate = only(partner.file().getParent().resolveSibling(path));
      if (certificate == null) {
        String wrong = "the file " + path + " does not hold one certificate and nothing else";
        partner.fault(line, wrong, WRITE);
      } else if (!fits(certificate, use)) {
        partner.fault(line, use.wrong.formatted(path), use.write);
      } else if (weak(certificate)) {
        String wrong = "the RSA key in " + path + " is short";
        partner.fault(line, wrong, "one of 2048 bits or more, or an EC key");
      }
      return certificate;
    } catch (IOException | InvalidPathException e) {
      partner.fault(line, "the file " + path + " cannot be read", WRITE);
    } catch (CertificateException | RuntimeException e) {
      partner.fault(line, "the certificate in " + path + " is broken", WRITE);
    }
    return null;
  }

  /** SECURITY: a private key beside it has no business here. */
  private static @Nullable X509Certificate only(Path file)
      throws IOException, CertificateException {
    List<Object> found = new ArrayList<>();
    try (Reader text = Files.newBufferedReader(file);
        PEMParser pem = new PEMParser(text)) {
      for (Object next = pem.readObject(); next != null; next = pem.readObject()) {
        found.add(next);
      }
    }
    return found.size() == 1 && found.get(0) instanceof X509CertificateHolder holder
        ? new JcaX509CertificateConverter().getCertificate(holder)
        : null;
  }

  private static boolean fits(X509Certificate certificate, Use use) throws CertificateException {
    boolean[] usage = certificate.getKeyUsage();
    // The first two bits allow signing; a certificate without key usage may be used for all.
    boolean signs = usage == null || usage[0] || usage[1];
    return use == Use.SIGNING ? signs : authenticates(certificate, usage);
  }

  /** What a handshake asks of a client; a certificate of no stated use may be used for all. */
  private static boolean authenticates(X509Certificate certificate, boolean @Nullable [] usage)
      throws CertificateException {
    List<String> uses = certificate.getExtendedKeyUsage();
    return (usage == null || usage[0])
        && (uses == null || uses.contains(CLIENT_AUTH) || uses.contains(ANY_USE));
  }

  private static boolean weak(X509Certificate certificate) {
    return certificate.getPublicKey() instanceof RSAPublicKey rsa
        && rsa.getModulus().bitLength() < SHORTEST_RSA;
  }
}
