package vn.kt1.gateway.post;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import org.bouncycastle.bcpg.RSAPublicBCPGKey;
import org.bouncycastle.openpgp.api.OpenPGPCertificate;
import org.bouncycastle.openpgp.api.OpenPGPCertificate.OpenPGPComponentKey;
import org.bouncycastle.openpgp.api.OpenPGPKey;
import org.bouncycastle.openpgp.api.OpenPGPKey.OpenPGPSecretKey;
import org.jspecify.annotations.Nullable;
import vn.kt1.gateway.directory.BadConfiguration.Fault;
import vn.kt1.gateway.startup.Permissions;

/** Reads one OpenPGP key, armored or not, and tells what keeps it from being used. */
final class PgpKeyFile {

  private static final String PUBLIC = "the path of the post's public key: gpg --armor --export";
  private static final String SECRET =
      "the path of our secret key: gpg --armor --export-secret-keys";
  private static final String PASSPHRASE =
      "its passphrase: GATEWAY_POST_PGP_PASSPHRASE, or a file named by …_FILE";

  private static final String NONE = "no OpenPGP key that can be read";
  private static final int SHORTEST_RSA = 2048;

  private final String setting;
  private final String path;
  private final Date date;
  private final List<Fault> faults;

  PgpKeyFile(String setting, String path, Instant now, List<Fault> faults) {
    this.setting = setting;
    this.path = path;
    this.date = Date.from(now);
    this.faults = faults;
  }

  /** The post's public key, or null. */
  @Nullable OpenPGPCertificate toEncryptFor() {
    OpenPGPCertificate found = read(PUBLIC);
    if (found == null) {
      return null;
    }
    if (found.isSecretKey()) {
      // SECURITY: whoever has it reads what is meant for the post alone.
      return holds("a secret key, which only the post may have", PUBLIC);
    }
    if (ended(found) || weak(found)) {
      return null;
    }
    return found.getEncryptionKeys(date).isEmpty()
        ? holds("a key that cannot encrypt, or not today", "a key with the use E")
        : found;
  }

  /** Our secret key, or null. */
  @Nullable OpenPGPKey toSignWith(char[] passphrase) {
    OpenPGPCertificate found = read(SECRET);
    if (found == null) {
      return null;
    }
    if (!(found instanceof OpenPGPKey ours)) {
      return holds("a public key", SECRET);
    }
    // SECURITY: as ssh asks of a private key.
    if (Permissions.anybodyElseMayRead(Path.of(path))) {
      return holds("a secret key that others may read or write", "chmod 0600 " + path);
    }
    return ended(ours) || weak(ours) || !signs(ours, passphrase) ? null : ours;
  }

  private boolean signs(OpenPGPKey ours, char[] passphrase) {
    List<OpenPGPComponentKey> signing = ours.getSigningKeys(date);
    if (signing.isEmpty()) {
      holds("a key that cannot sign, or not today", "a key with the use S");
      return false;
    }
    if (!signing.stream().allMatch(each -> opens(ours.getSecretKey(each), passphrase))) {
      holds("a key that this passphrase does not open", PASSPHRASE);
      return false;
    }
    return true;
  }

  private static boolean opens(@Nullable OpenPGPSecretKey secret, char[] passphrase) {
    return secret != null && (!secret.isLocked() || secret.isPassphraseCorrect(passphrase));
  }

  private @Nullable OpenPGPCertificate read(String write) {
    byte[] bytes;
    try {
      bytes = Files.readAllBytes(Path.of(path));
    } catch (IOException | InvalidPathException e) {
      return fault("names no file that can be read: " + path, write);
    }
    try {
      List<OpenPGPCertificate> found =
          OpenPgp.API.readKeyOrCertificate().parseKeysOrCertificates(bytes);
      if (found.size() == 1) {
        return found.get(0);
      }
      return holds(found.isEmpty() ? NONE : found.size() + " OpenPGP keys", write);
    } catch (IOException | RuntimeException e) {
      return holds(NONE, write);
    }
  }

  private boolean ended(OpenPGPCertificate found) {
    if (found.getRevocation(date) != null) {
      holds("a key that was revoked", "the key that has taken its place");
      return true;
    }
    Date end = found.getExpirationTime(date);
    if (end != null && !date.before(end)) {
      holds(
          "a key that has expired on " + end.toInstant().atOffset(ZoneOffset.UTC).toLocalDate(),
          "the same key with a later end, or the one that has taken its place");
      return true;
    }
    return false;
  }

  /** SECURITY: one short key among them is enough to read or to sign by. */
  private boolean weak(OpenPGPCertificate found) {
    boolean weak =
        found.getKeys().stream()
            .map(OpenPGPComponentKey::getPGPPublicKey)
            .anyMatch(
                key ->
                    key.getPublicKeyPacket().getKey() instanceof RSAPublicBCPGKey
                        && key.getBitStrength() < SHORTEST_RSA);
    if (weak) {
      holds("a short RSA key", "one of 2048 bits or more, or one on Curve25519");
    }
    return weak;
  }

  private <T> @Nullable T holds(String what, String write) {
    return fault("names " + path + ", which holds " + what, write);
  }

  private <T> @Nullable T fault(String wrong, String write) {
    faults.add(new Fault(setting, 0, wrong, write));
    return null;
  }
}
