package vn.kt1.testing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Date;
import java.util.List;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.api.EncryptedDataPacketType;
import org.bouncycastle.openpgp.api.KeyPairGeneratorCallback;
import org.bouncycastle.openpgp.api.OpenPGPApi;
import org.bouncycastle.openpgp.api.OpenPGPCertificate;
import org.bouncycastle.openpgp.api.OpenPGPKey;
import org.bouncycastle.openpgp.api.OpenPGPKeyGenerator;
import org.bouncycastle.openpgp.api.OpenPGPMessageInputStream;
import org.bouncycastle.openpgp.api.OpenPGPSignature.OpenPGPDocumentSignature;
import org.bouncycastle.openpgp.api.SignatureParameters.Callback;
import org.bouncycastle.openpgp.api.bc.BcOpenPGPApi;
import org.bouncycastle.openpgp.operator.PGPKeyPairGenerator;

/** OpenPGP keys of all kinds, good and bad, and the post's reading of what it gets. */
public final class Pgp {
  private static final OpenPGPApi API = new BcOpenPGPApi();
  private static final int VERSION = 4;

  /** In seconds, five times 365 days. */
  private static final long FIVE_YEARS = 5L * 365 * 24 * 3600;

  private Pgp() {}

  /** Signs by one subkey and decrypts by another, as keys do that GnuPG makes. */
  public static OpenPGPKey key(String name) throws PGPException {
    return key(name, PGPKeyPairGenerator::generateLegacyEd25519KeyPair, null, null);
  }

  /** Lasts five years, and its secret parts need the passphrase. */
  public static OpenPGPKey lockedKey(String name, String passphrase) throws PGPException {
    return generator(
            name, PGPKeyPairGenerator::generateLegacyEd25519KeyPair, new Date(), FIVE_YEARS)
        .build(passphrase.toCharArray());
  }

  /** Made at a time, to last so many seconds. */
  public static OpenPGPKey lasting(String name, Date made, long seconds) throws PGPException {
    return key(name, PGPKeyPairGenerator::generateLegacyEd25519KeyPair, made, seconds);
  }

  public static OpenPGPKey rsa(String name, int bits) throws PGPException {
    return key(name, pairs -> pairs.generateRsaKeyPair(bits), null, null);
  }

  private static OpenPGPKey key(String name, KeyPairGeneratorCallback pair, Date made, Long seconds)
      throws PGPException {
    return generator(name, pair, made, seconds).build();
  }

  private static OpenPGPKeyGenerator.WithPrimaryKey generator(
      String name, KeyPairGeneratorCallback pair, Date made, Long seconds) throws PGPException {
    Callback lasting =
        Callback.Util.modifyHashedSubpackets(
            packets -> {
              if (seconds != null) {
                packets.setKeyExpirationTime(seconds);
              }
              return packets;
            });
    return API.generateKey(VERSION, made == null ? new Date() : made)
        .withPrimaryKey(pair, lasting)
        .addUserId(name, lasting)
        .addSigningSubkey(PGPKeyPairGenerator::generateLegacyEd25519KeyPair)
        .addEncryptionSubkey(PGPKeyPairGenerator::generateLegacyX25519KeyPair);
  }

  public static OpenPGPKey signingOnly(String name) throws PGPException {
    return API.generateKey(VERSION)
        .withPrimaryKey(PGPKeyPairGenerator::generateLegacyEd25519KeyPair)
        .addUserId(name)
        .addSigningSubkey(PGPKeyPairGenerator::generateLegacyEd25519KeyPair)
        .build();
  }

  public static OpenPGPKey encryptingOnly(String name) throws PGPException {
    return API.generateKey(VERSION)
        .withPrimaryKey(PGPKeyPairGenerator::generateLegacyEd25519KeyPair)
        .addUserId(name)
        .addEncryptionSubkey(PGPKeyPairGenerator::generateLegacyX25519KeyPair)
        .build();
  }

  public static OpenPGPKey revoked(OpenPGPKey key) throws PGPException {
    return API.editKey(key).revokeKey().done();
  }

  public static Path publicFile(Path file, OpenPGPKey key) throws IOException {
    return Files.writeString(file, key.toCertificate().toAsciiArmoredString());
  }

  public static Path secretFile(Path file, OpenPGPKey key) throws IOException {
    Files.writeString(file, key.toAsciiArmoredString());
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
  }

  /**
   * What the post reads.
   *
   * @throws Exception unless it is whole, encrypted with integrity protection, and signed by one
   */
  public static byte[] read(byte[] sealed, OpenPGPKey own, OpenPGPCertificate signer)
      throws Exception {
    OpenPGPMessageInputStream message =
        API.decryptAndOrVerifyMessage()
            .addDecryptionKey(own)
            .addVerificationCertificate(signer)
            .process(new ByteArrayInputStream(sealed));
    byte[] content = message.readAllBytes();
    message.close();
    OpenPGPMessageInputStream.Result result = message.getResult();
    if (result.getEncryptionMethod().getMode() != EncryptedDataPacketType.SEIPDv1) {
      throw new IOException("not protected: " + result.getEncryptionMethod());
    }
    List<OpenPGPDocumentSignature> signatures = result.getSignatures();
    if (signatures.size() != 1 || !signatures.get(0).isValid()) {
      throw new IOException("not signed");
    }
    return content;
  }
}
