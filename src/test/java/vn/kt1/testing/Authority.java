package vn.kt1.testing;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Somebody who certifies servers and clients of TLS (SYNTHETIC); nothing of it lies in a file. */
public final class Authority {

  private static final Duration LONG = Duration.ofDays(3650);

  private final X500Name name;
  private final KeyPair keys = keys();
  private final X509Certificate certificate;

  public Authority(String name) {
    this.name = new X500Name("CN=" + name);
    Instant now = Instant.now();
    this.certificate =
        issue(this.name, keys, now.minus(LONG), now.plus(LONG), KeyPurposeId.anyExtendedKeyUsage);
  }

  public X509Certificate certificate() {
    return certificate;
  }

  public String pem() {
    return Signer.pem(certificate);
  }

  /** For 127.0.0.1 and localhost. */
  public Signer server(Instant from, Instant to) {
    return issue("server", from, to, KeyPurposeId.id_kp_serverAuth);
  }

  public Signer server() {
    return server(Instant.now().minus(Duration.ofDays(1)), Instant.now().plus(LONG.dividedBy(2)));
  }

  public Signer client(String subject, Instant from, Instant to) {
    return issue(subject, from, to, KeyPurposeId.id_kp_clientAuth);
  }

  public Signer client(String subject) {
    Instant now = Instant.now();
    return client(subject, now.minus(Duration.ofDays(1)), now.plus(LONG.dividedBy(2)));
  }

  private Signer issue(String subject, Instant from, Instant to, KeyPurposeId use) {
    KeyPair fresh = keys();
    return new Signer(fresh, issue(new X500Name("CN=" + subject), fresh, from, to, use));
  }

  private X509Certificate issue(
      X500Name subject, KeyPair of, Instant from, Instant to, KeyPurposeId use) {
    boolean authority = subject.equals(name);
    try {
      var builder =
          new JcaX509v3CertificateBuilder(
              name,
              new BigInteger(64, new SecureRandom()),
              Date.from(from),
              Date.from(to),
              subject,
              of.getPublic());
      builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(authority));
      int usage = authority ? KeyUsage.keyCertSign : KeyUsage.digitalSignature;
      builder.addExtension(Extension.keyUsage, true, new KeyUsage(usage));
      if (!authority) {
        builder.addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(use));
        builder.addExtension(Extension.subjectAlternativeName, false, names());
      }
      return new JcaX509CertificateConverter()
          .getCertificate(
              builder.build(
                  new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate())));
    } catch (GeneralSecurityException | OperatorException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static GeneralNames names() {
    return new GeneralNames(
        new GeneralName[] {
          new GeneralName(GeneralName.iPAddress, "127.0.0.1"),
          new GeneralName(GeneralName.dNSName, "localhost")
        });
  }

  private static KeyPair keys() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(256);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
