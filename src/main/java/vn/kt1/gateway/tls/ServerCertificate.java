package vn.kt1.gateway.tls;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ssl.pem.PemContent;
import vn.kt1.gateway.directory.BadConfiguration.Fault;

/** Tells why the gateway cannot serve TLS with its files, before it tries. */
public final class ServerCertificate {

  private static final int SHORTEST_RSA = 2048;
  private static final Set<PosixFilePermission> TOO_MUCH =
      Set.of(
          PosixFilePermission.OTHERS_READ,
          PosixFilePermission.OTHERS_WRITE,
          PosixFilePermission.GROUP_WRITE);

  private final TlsFiles files;
  private final Instant now;
  private final List<Fault> faults = new ArrayList<>();

  private ServerCertificate(TlsFiles files, Instant now) {
    this.files = files;
    this.now = now;
  }

  /** None where all is well, or no TLS is wanted. */
  public static List<Fault> faults(TlsFiles files, Instant now) {
    ServerCertificate check = new ServerCertificate(files, now);
    check.faults.addAll(files.halves());
    if (files.certificate() != null) {
      check.chain(files.certificate());
    }
    if (files.key() != null) {
      check.key(files.key());
    }
    if (files.clientCa() != null && certificates(files.clientCa()).isEmpty()) {
      check.fault(files.clientCa(), "no certificates can be read", "a PEM file of authorities");
    }
    return check.faults;
  }

  /** The certificates of a PEM file; none where it cannot be read, which is told elsewhere. */
  public static List<X509Certificate> certificates(Path file) {
    try {
      return PemContent.of(Files.readString(file)).getCertificates();
    } catch (IOException | RuntimeException e) {
      return List.of();
    }
  }

  private void chain(Path file) {
    List<X509Certificate> chain = certificates(file);
    if (chain.isEmpty()) {
      fault(file, "no certificate can be read", "the server's certificate in PEM, then its chain");
      return;
    }
    for (int i = 0; i < chain.size(); i++) {
      inForce(file, chain.get(i));
      if (i > 0 && !signed(chain.get(i - 1), chain.get(i))) {
        fault(
            file,
            "certificate " + i + " is not signed by the one behind it",
            "the server's certificate first, then each one's issuer");
      }
    }
    if (chain.get(0).getPublicKey() instanceof RSAPublicKey rsa
        && rsa.getModulus().bitLength() < SHORTEST_RSA) {
      fault(file, "the RSA key is short", "one of 2048 bits or more, or an EC key");
    }
  }

  private void inForce(Path file, X509Certificate certificate) {
    Instant from = certificate.getNotBefore().toInstant();
    Instant to = certificate.getNotAfter().toInstant();
    if (now.isBefore(from) || now.isAfter(to)) {
      fault(
          file,
          "a certificate is valid from " + from + " to " + to + ", not now",
          "one that is valid; is the clock of this machine right?");
    }
  }

  static boolean signed(X509Certificate certificate, X509Certificate issuer) {
    try {
      certificate.verify(issuer.getPublicKey());
      return true;
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  private void key(Path file) {
    String text = secret(file);
    if (text == null) {
      return;
    }
    PrivateKey key = key(text);
    List<X509Certificate> chain =
        files.certificate() == null ? List.of() : certificates(files.certificate());
    if (key == null) {
      fault(
          file,
          files.keyPassword() == null
              ? "no private key can be read without a password"
              : "no private key can be read with that password",
          "one key in PEM; " + TlsFiles.KEY_PASSWORD + " or …_FILE where it is encrypted");
    } else if (!chain.isEmpty() && !belong(key, chain.get(0).getPublicKey())) {
      fault(file, "the private key is not that of the certificate", "the key it was made with");
    }
  }

  private @Nullable String secret(Path file) {
    try {
      String text = Files.readString(file);
      // SECURITY: whoever has the key is the gateway.
      if (Files.getPosixFilePermissions(file).stream().anyMatch(TOO_MUCH::contains)) {
        fault(file, "others may read or change the private key", "chmod 0400, and owned by us");
      }
      return text;
    } catch (IOException | UnsupportedOperationException e) {
      fault(file, "the private key cannot be read", "a PEM file that the gateway may read");
      return null;
    }
  }

  private @Nullable PrivateKey key(String text) {
    try {
      return PemContent.of(text).getPrivateKey(files.keyPassword());
    } catch (RuntimeException e) {
      return null;
    }
  }

  /** What the one signs, the other proves. */
  private static boolean belong(PrivateKey key, PublicKey certified) {
    String algorithm =
        switch (key.getAlgorithm()) {
          case "RSA" -> "SHA256withRSA";
          case "EC" -> "SHA256withECDSA";
          default -> key.getAlgorithm();
        };
    byte[] any = {1, 2, 3};
    try {
      Signature signature = Signature.getInstance(algorithm);
      signature.initSign(key);
      signature.update(any);
      byte[] signed = signature.sign();
      signature.initVerify(certified);
      signature.update(any);
      return signature.verify(signed);
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  private void fault(Path file, String wrong, String write) {
    faults.add(new Fault(file.toString(), 0, wrong, write));
  }
}
