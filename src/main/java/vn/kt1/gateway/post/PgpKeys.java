package vn.kt1.gateway.post;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bouncycastle.openpgp.api.OpenPGPCertificate;
import org.bouncycastle.openpgp.api.OpenPGPKey;
import org.jspecify.annotations.Nullable;
import vn.kt1.gateway.directory.BadConfiguration.Fault;

/** Whom a file is encrypted for, and who signs it. */
record PgpKeys(OpenPGPCertificate post, OpenPGPKey ours, char[] passphrase) {

  /** Null, and told, unless both keys can be used at that moment. */
  static @Nullable PgpKeys read(PgpSettings settings, Instant now, List<Fault> faults) {
    OpenPGPCertificate post =
        new PgpKeyFile("post-key-file", settings.postKeyFile(), now, faults).toEncryptFor();
    char[] passphrase = settings.passphrase().toCharArray();
    OpenPGPKey ours =
        new PgpKeyFile("our-key-file", settings.ourKeyFile(), now, faults).toSignWith(passphrase);
    return post == null || ours == null ? null : new PgpKeys(post, ours, passphrase);
  }

  /** A key may come to its end while the gateway runs. */
  boolean usableAt(Instant now) {
    Date date = Date.from(now);
    return !post.getEncryptionKeys(date).isEmpty() && !ours.getSigningKeys(date).isEmpty();
  }
}
