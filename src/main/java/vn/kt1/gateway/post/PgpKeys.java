package vn.kt1.gateway.post;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bouncycastle.openpgp.api.OpenPGPCertificate;
import org.bouncycastle.openpgp.api.OpenPGPCertificate.OpenPGPComponentKey;
import org.bouncycastle.openpgp.api.OpenPGPKey;
import org.jspecify.annotations.Nullable;
import vn.kt1.gateway.directory.BadConfiguration.Fault;

/** Whom a file is encrypted for, and who signs it. */
record PgpKeys(OpenPGPCertificate post, OpenPGPKey ours, char[] passphrase) {

  private static final String POSTS = "gateway.post.pgp.post-key-file";
  private static final String OURS = "gateway.post.pgp.our-key-file";

  private static Fault alone(String given, String missing) {
    return new Fault(given, 0, "is set alone: OpenPGP takes both keys", missing + " as well");
  }

  /** Null, and told, unless both keys can be used at that moment. */
  static @Nullable PgpKeys read(PgpSettings settings, Instant now, List<Fault> faults) {
    if (settings.postKeyFile().isBlank()) {
      faults.add(alone(OURS, POSTS));
      return null;
    }
    if (settings.ourKeyFile().isBlank()) {
      faults.add(alone(POSTS, OURS));
      return null;
    }
    OpenPGPCertificate post =
        new PgpKeyFile(POSTS, settings.postKeyFile(), now, faults).toEncryptFor();
    char[] passphrase = settings.passphrase().toCharArray();
    OpenPGPKey ours =
        new PgpKeyFile(OURS, settings.ourKeyFile(), now, faults).toSignWith(passphrase);
    return post == null || ours == null ? null : new PgpKeys(post, ours, passphrase);
  }

  /** When each comes to its end; none of a key that has no end. */
  List<KeyEnd> ends(Instant now) {
    Date date = Date.from(now);
    return Stream.of(
            end("post", post, post.getEncryptionKeys(date), date),
            end("gateway", ours, ours.getSigningKeys(date), date))
        .flatMap(Optional::stream)
        .toList();
  }

  /** With the primary key, or with the last of those that do the work. */
  private static Optional<KeyEnd> end(
      String owner, OpenPGPCertificate key, List<OpenPGPComponentKey> working, Date date) {
    Date work = null;
    if (working.stream().noneMatch(each -> each.getKeyExpirationDateAt(date) == null)) {
      work =
          working.stream()
              .map(each -> each.getKeyExpirationDateAt(date))
              .max(Date::compareTo)
              .orElse(null);
    }
    return Stream.of(Optional.ofNullable(work), Optional.ofNullable(key.getExpirationTime(date)))
        .flatMap(Optional::stream)
        .min(Date::compareTo)
        .map(
            end ->
                new KeyEnd(
                    owner,
                    key.getKeyIdentifier().toString(),
                    key.getPrimaryKey().getCreationTime().toInstant(),
                    end.toInstant()));
  }

  /** A key may come to its end while the gateway runs. */
  boolean usableAt(Instant now) {
    Date date = Date.from(now);
    return !post.getEncryptionKeys(date).isEmpty() && !ours.getSigningKeys(date).isEmpty();
  }
}
