package vn.kt1.gateway.post;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
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
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.kt1.gateway.directory.BadConfiguration;

/**
 * Signs what the post gets and encrypts it for the post alone (OpenPGP), where keys are set: who
 * serves the file cannot read it, and whoever changes a byte of it is noticed.
 */
@Component
public class PostSeal {

  static final OpenPGPApi API = new BcOpenPGPApi();
  private static final String ENDING = ".pgp";

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

  private final @Nullable PgpKeys keys;
  private final Clock clock;

  PostSeal(PostSettings settings, Clock clock) {
    List<BadConfiguration.Fault> faults = new ArrayList<>();
    this.keys = settings.pgp().on() ? PgpKeys.read(settings.pgp(), clock.instant(), faults) : null;
    this.clock = clock;
    if (!faults.isEmpty()) {
      throw new BadConfiguration(faults);
    }
  }

  /** When the keys come to their ends, as far as they do. */
  public List<KeyEnd> ends() {
    return keys == null ? List.of() : keys.ends(clock.instant());
  }

  /** Bytes as the post gets them; {@code ending} is what the seal adds to the name. */
  public record Sealed(byte[] content, String ending) {}

  /** Each time other bytes: whoever keeps them keeps the ones of the first time. */
  public Sealed seal(byte[] content) {
    return keys == null ? new Sealed(content, "") : new Sealed(sealed(keys, content), ENDING);
  }

  private byte[] sealed(PgpKeys with, byte[] content) {
    if (!with.usableAt(clock.instant())) {
      throw new IllegalStateException("an OpenPGP key has come to its end");
    }
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
