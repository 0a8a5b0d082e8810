package vn.kt1.testing;

import java.io.IOException;
import java.io.StringWriter;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Provider;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.Time;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.cms.CMSAttributeTableGenerator;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;
import org.bouncycastle.openssl.jcajce.JceOpenSSLPKCS8EncryptorBuilder;
import org.bouncycastle.operator.OperatorException;
import org.bouncycastle.operator.OutputEncryptor;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.jspecify.annotations.Nullable;

/** Somebody with a key and a certificate of its own making (SYNTHETIC), who signs. */
public record Signer(KeyPair keys, X509Certificate certificate) {

  private static final Provider BC = new BouncyCastleProvider();
  private static final Duration YEAR = Duration.ofDays(365);

  public static Signer valid() {
    return valid(Instant.now().minus(YEAR), Instant.now().plus(YEAR));
  }

  public static Signer valid(Instant from, Instant to) {
    return of("EC", 256, from, to);
  }

  public static Signer of(String algorithm, int size) {
    return of(algorithm, size, Instant.now().minus(YEAR), Instant.now().plus(YEAR));
  }

  private static Signer of(String algorithm, int size, Instant from, Instant to) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
      generator.initialize(size);
      KeyPair keys = generator.generateKeyPair();
      return new Signer(keys, certificate(keys, from, to, KeyUsage.digitalSignature));
    } catch (GeneralSecurityException | OperatorException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** One that signs certificates and nothing else. */
  public static Signer authority() {
    Signer any = valid();
    try {
      X509Certificate known = any.certificate;
      Instant from = known.getNotBefore().toInstant();
      Instant to = known.getNotAfter().toInstant();
      return new Signer(any.keys, certificate(any.keys, from, to, KeyUsage.keyCertSign));
    } catch (GeneralSecurityException | OperatorException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The same key under another certificate. */
  public Signer certifiedAgain() {
    try {
      Instant from = certificate.getNotBefore().toInstant();
      return new Signer(
          keys, certificate(keys, from, from.plus(YEAR).plus(YEAR), KeyUsage.digitalSignature));
    } catch (GeneralSecurityException | OperatorException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static X509Certificate certificate(KeyPair keys, Instant from, Instant to, int usage)
      throws GeneralSecurityException, OperatorException, IOException {
    X500Name name = new X500Name("CN=SYNTHETIC");
    BigInteger serial = new BigInteger(64, new java.security.SecureRandom());
    var builder =
        new JcaX509v3CertificateBuilder(
            name, serial, Date.from(from), Date.from(to), name, keys.getPublic());
    builder.addExtension(Extension.keyUsage, true, new KeyUsage(usage));
    String algorithm = keys.getPrivate().getAlgorithm().equals("EC") ? "ECDSA" : "RSA";
    return new JcaX509CertificateConverter()
        .getCertificate(
            builder.build(
                new JcaContentSignerBuilder("SHA256with" + algorithm).build(keys.getPrivate())));
  }

  /** As it stands in a file. */
  public String pem() {
    return pem(certificate);
  }

  /** The key as it stands in a file, in PKCS#8; a password encrypts it. */
  public String keyPem(@Nullable String password) {
    try {
      OutputEncryptor encryptor =
          password == null
              ? null
              : new JceOpenSSLPKCS8EncryptorBuilder(JcaPKCS8Generator.AES_256_CBC)
                  .setProvider(BC)
                  .setPassword(password.toCharArray())
                  .build();
      return pem(new JcaPKCS8Generator(keys.getPrivate(), encryptor).generate());
    } catch (OperatorException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  public static String pem(Object thing) {
    StringWriter text = new StringWriter();
    try (JcaPEMWriter pem = new JcaPEMWriter(text)) {
      pem.writeObject(thing);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return text.toString();
  }

  /** A signature over these bytes, which it holds itself where it is not detached. */
  public byte[] sign(byte[] content, boolean detached) {
    return sign(content, detached, "SHA256", Instant.now(), List.of(this));
  }

  /** By these signers, said to have been made at that time; null: no time is said. */
  public static byte[] sign(
      byte[] content, boolean detached, String digest, @Nullable Instant at, List<Signer> signers) {
    try {
      CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
      for (Signer signer : signers) {
        String algorithm = signer.keys.getPrivate().getAlgorithm().equals("EC") ? "ECDSA" : "RSA";
        generator.addSignerInfoGenerator(
            new JcaSignerInfoGeneratorBuilder(
                    new JcaDigestCalculatorProviderBuilder().setProvider(BC).build())
                .setSignedAttributeGenerator(attributes(at))
                .build(
                    new JcaContentSignerBuilder(digest + "with" + algorithm)
                        .setProvider(BC)
                        .build(signer.keys.getPrivate()),
                    signer.certificate));
      }
      generator.addCertificates(
          new JcaCertStore(signers.stream().map(Signer::certificate).toList()));
      return generator.generate(new CMSProcessableByteArray(content), !detached).getEncoded();
    } catch (OperatorException | CMSException | GeneralSecurityException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static CMSAttributeTableGenerator attributes(@Nullable Instant at) {
    if (at == null) {
      var all = new DefaultSignedAttributeTableGenerator();
      return known -> all.getAttributes(known).remove(CMSAttributes.signingTime);
    }
    Attribute time = new Attribute(CMSAttributes.signingTime, new DERSet(new Time(Date.from(at))));
    return new DefaultSignedAttributeTableGenerator(
        new AttributeTable(new Hashtable<>(Map.of(CMSAttributes.signingTime, time))));
  }
}
