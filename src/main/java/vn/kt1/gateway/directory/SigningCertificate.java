package vn.kt1.gateway.directory;

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
 * Reads the certificate that a partner's mails are signed with; whether it has expired is not
 * asked.
 */
final class SigningCertificate {

  private static final String WRITE =
      "the path, from the configuration folder, of a PEM file with the partner's one certificate";
  private static final int SHORTEST_RSA = 2048;

  private final Path partner;
  private final List<BadConfiguration.Fault> faults;

  /** The file of the partner, which is named in a fault. */
  SigningCertificate(Path partner, List<BadConfiguration.Fault> faults) {
    this.partner = partner;
    this.faults = faults;
  }

  @Nullable X509Certificate read(String path) {
    try {
      Path file = partner.getParent().resolveSibling(path);
      X509Certificate certificate = only(file);
      if (certificate == null) {
        fault("the file " + path + " does not hold one certificate and nothing else", WRITE);
      } else if (!signs(certificate)) {
        fault("the certificate in " + path + " is not one to sign with", "one for signatures");
      } else if (weak(certificate)) {
        fault("the RSA key in " + path + " is short", "one of 2048 bits or more, or an EC key");
      }
      return certificate;
    } catch (IOException | InvalidPathException e) {
      fault("the file " + path + " cannot be read", WRITE);
    } catch (CertificateException | RuntimeException e) {
      fault("the certificate in " + path + " is broken", WRITE);
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

  /** By its first two bits; a certificate without key usage may be used for all. */
  private static boolean signs(X509Certificate certificate) {
    boolean[] usage = certificate.getKeyUsage();
    return usage == null || usage[0] || usage[1];
  }

  private static boolean weak(X509Certificate certificate) {
    return certificate.getPublicKey() instanceof RSAPublicKey rsa
        && rsa.getModulus().bitLength() < SHORTEST_RSA;
  }

  private void fault(String wrong, String write) {
    int line = YamlFile.line(partner, "certificate");
    faults.add(new BadConfiguration.Fault(partner.toString(), line, wrong, write));
  }
}
