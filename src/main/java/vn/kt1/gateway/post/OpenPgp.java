package vn.kt1.gateway.post;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.bouncycastle.bcpg.CompressionAlgorithmTags;
import org.bouncycastle.bcpg.HashAlgorithmTags;
import org.bouncycastle.bcpg.SymmetricKeyAlgorithmTags;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.api.MessageEncryptionMechanism;
import org.bouncycastle.openpgp.api.OpenPGPApi;
import org.bouncycastle.openpgp.api.OpenPGPEncryptionNegotiator;
import org.bouncycastle.openpgp.api.OpenPGPMessageGenerator;
import org.bouncycastle.openpgp.api.SignatureParameters;
import org.bouncycastle.openpgp.api.bc.BcOpenPGPApi;

/** What needs the library of OpenPGP. A gateway without keys never loads it. */
final class OpenPgp {

  static final OpenPGPApi API = new BcOpenPGPApi();

  /**
   * SECURITY: with integrity protection, whatever the post's key says of itself; this one every
   * reader knows.
   */
  private static final OpenPGPEncryptionNegotiator PROTECTED =
      new OpenPGPEncryptionNegotiator() {
        @Override
        public MessageEncryptionMechanism negotiateEncryption(OpenPGPMessageGenerator any) {
          return MessageEncryptionMechanism.integrityProtected(SymmetricKeyAlgorithmTags.AES_256);
        }
      };

  /** A key may prefer what the post's reader has never heard of. */
  private static final SignatureParameters.Callback SHA_512 =
      new SignatureParameters.Callback() {
        @Override
        public SignatureParameters apply(SignatureParameters parameters) {
          return parameters.setSignatureHashAlgorithm(HashAlgorithmTags.SHA512);
        }
      };

  private OpenPgp() {}

  /** Signed by our key, and encrypted for the post's. */
  static byte[] sealed(PgpKeys with, byte[] content) {
    ByteArrayOutputStream sealed = new ByteArrayOutputStream(content.length + 1024);
    try (OutputStream message =
        API.signAndOrEncryptMessage()
            .setArmored(false)
            .addEncryptionCertificate(with.post())
            .addSigningKey(with.ours(), key -> with.passphrase(), SHA_512)
            .setPublicKeyBasedEncryptionNegotiator(PROTECTED)
            .setCompressionNegotiator((any, policy) -> CompressionAlgorithmTags.UNCOMPRESSED)
            .open(sealed)) {
      message.write(content);
    } catch (IOException | PGPException e) {
      throw new IllegalStateException("a file for the post that cannot be sealed", e);
    }
    return sealed.toByteArray();
  }
}
