package vn.kt1.gateway.mail;

import java.security.Provider;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.Set;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.Time;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.CMSTypedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.DefaultDigestAlgorithmIdentifierFinder;
import org.bouncycastle.operator.OperatorCreationException;
import vn.kt1.gateway.mail.NotBelieved.Flaw;

/** Verifies a CMS signature (RFC 5652) against the one certificate it must be made with. */
final class SignatureCheck {

  private static final Provider BC = new BouncyCastleProvider();
  private static final Duration BELIEVED = Duration.ofDays(15);

  /** SECURITY: SHA-256 or better. */
  private static final Set<ASN1ObjectIdentifier> STRONG =
      Set.of(
          NISTObjectIdentifiers.id_sha256,
          NISTObjectIdentifiers.id_sha384,
          NISTObjectIdentifiers.id_sha512,
          NISTObjectIdentifiers.id_sha3_256,
          NISTObjectIdentifiers.id_sha3_384,
          NISTObjectIdentifiers.id_sha3_512);

  private final X509Certificate pinned;
  private final Instant now;

  SignatureCheck(X509Certificate pinned, Clock clock) {
    this.pinned = pinned;
    this.now = clock.instant();
  }

  /** Exactly the bytes that are signed. */
  byte[] signed(SignedMail mail) throws NotBelieved {
    try {
      CMSSignedData cms = parsed(mail);
      if (cms.getSignerInfos().size() != 1) {
        throw new NotBelieved(Flaw.SIGNERS);
      }
      SignerInformation signer = cms.getSignerInfos().iterator().next();
      checkCertificate(cms, signer);
      checkStrength(signer);
      checkSignature(signer);
      checkTime(signer);
      return mail.content() == null ? within(cms) : mail.content();
    } catch (CMSException | CertificateException | RuntimeException e) {
      throw new NotBelieved(Flaw.UNREADABLE);
    }
  }

  private static CMSSignedData parsed(SignedMail mail) throws CMSException, NotBelieved {
    byte[] bytes = mail.signature();
    // SECURITY: Bouncy Castle refuses nesting deeper than 64, which protects our stack.
    CMSSignedData cms = new CMSSignedData(bytes);
    // SECURITY: never two contents, one verified and the other one read.
    boolean detached = cms.getSignedContent() == null;
    if (detached == (mail.content() == null)
        || !PKCSObjectIdentifiers.data.getId().equals(cms.getSignedContentTypeOID())) {
      throw new NotBelieved(Flaw.UNREADABLE);
    }
    return detached ? new CMSSignedData(new CMSProcessableByteArray(mail.content()), bytes) : cms;
  }

  /** SECURITY: exactly this certificate; its issuer, or another certificate, does not matter. */
  private void checkCertificate(CMSSignedData cms, SignerInformation signer)
      throws CertificateException, NotBelieved {
    X509CertificateHolder known = new JcaX509CertificateHolder(pinned);
    Collection<X509CertificateHolder> sent = cms.getCertificates().getMatches(null);
    if (!signer.getSID().match(known) || (!sent.isEmpty() && !sent.contains(known))) {
      throw new NotBelieved(Flaw.OTHER_CERTIFICATE);
    }
    if (!known.isValidOn(Date.from(now))) {
      throw new NotBelieved(Flaw.CERTIFICATE_NOT_VALID_NOW);
    }
  }

  /**
   * SECURITY: a signature names its digest in two places, and either may be used, so both are
   * checked.
   */
  private static void checkStrength(SignerInformation signer) throws NotBelieved {
    AlgorithmIdentifier algorithm = signer.toASN1Structure().getDigestEncryptionAlgorithm();
    boolean named = !algorithm.getAlgorithm().equals(PKCSObjectIdentifiers.rsaEncryption);
    if (!STRONG.contains(signer.getDigestAlgorithmID().getAlgorithm())
        || (named
            && !STRONG.contains(
                new DefaultDigestAlgorithmIdentifierFinder().find(algorithm).getAlgorithm()))) {
      throw new NotBelieved(Flaw.WEAK);
    }
  }

  private void checkSignature(SignerInformation signer) throws NotBelieved {
    try {
      if (!signer.verify(new JcaSimpleSignerInfoVerifierBuilder().setProvider(BC).build(pinned))) {
        throw new NotBelieved(Flaw.TAMPERED);
      }
    } catch (CMSException | OperatorCreationException e) {
      throw new NotBelieved(Flaw.TAMPERED);
    }
  }

  /**
   * SECURITY: a signed mail can be sent again by others, so it is believed only for a limited time.
   */
  private void checkTime(SignerInformation signer) throws NotBelieved {
    Attribute time =
        signer.getSignedAttributes() == null
            ? null
            : signer.getSignedAttributes().get(CMSAttributes.signingTime);
    if (time == null || time.getAttrValues().size() != 1) {
      throw new NotBelieved(Flaw.SIGNING_TIME);
    }
    Instant signed = Time.getInstance(time.getAttrValues().getObjectAt(0)).getDate().toInstant();
    if (Duration.between(signed, now).abs().compareTo(BELIEVED) > 0) {
      throw new NotBelieved(Flaw.SIGNING_TIME);
    }
  }

  private static byte[] within(CMSSignedData cms) throws NotBelieved {
    CMSTypedData content = cms.getSignedContent();
    if (content != null && content.getContent() instanceof byte[] bytes) {
      return bytes;
    }
    throw new NotBelieved(Flaw.UNREADABLE);
  }
}
