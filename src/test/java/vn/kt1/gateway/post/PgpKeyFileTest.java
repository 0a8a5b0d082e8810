package vn.kt1.gateway.post;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bouncycastle.openpgp.api.OpenPGPKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.kt1.gateway.directory.BadConfiguration.Fault;
import vn.kt1.testing.Pgp;

/** Keys of every bad kind, and what an administrator is told of each. */
class PgpKeyFileTest {

  private static final String POST = "gateway.post.pgp.post-key-file: ";
  private static final String OURS = "gateway.post.pgp.our-key-file: ";

  @TempDir Path temp;

  @Test
  void good_keys_are_taken_armored_or_not_and_behind_a_passphrase_or_not() throws Exception {
    assertThat(told(post(Pgp.key("p")), ours(Pgp.key("o")), "")).isEmpty();
    assertThat(told(post(Pgp.rsa("p", 2048)), ours(Pgp.lockedKey("o", "word")), "word")).isEmpty();
    Path plain = Files.write(temp.resolve("plain.gpg"), Pgp.key("p").toCertificate().getEncoded());
    assertThat(told(plain, ours(Pgp.key("o")), "")).isEmpty();
  }

  @Test
  void one_key_without_the_other_is_told() throws Exception {
    assertThat(told(post(Pgp.key("p")).toString(), "", ""))
        .containsExactly(
            POST
                + "is set alone: OpenPGP takes both keys -> gateway.post.pgp.our-key-file as well");
    assertThat(told("", ours(Pgp.key("o")).toString(), ""))
        .containsExactly(
            OURS
                + "is set alone: OpenPGP takes both keys -> gateway.post.pgp.post-key-file as well");
  }

  @Test
  void a_file_that_is_none_or_holds_no_key_is_told() throws Exception {
    Path ours = ours(Pgp.key("o"));
    Path none = temp.resolve("none.asc");
    toldOne(none, ours, POST + "names no file that can be read: " + none);
    Path text = Files.writeString(temp.resolve("text.asc"), "no key at all");
    toldOne(text, ours, POST + "names " + text + ", which holds no OpenPGP key that can be read");
    Path empty = Files.writeString(temp.resolve("empty.asc"), "");
    toldOne(empty, ours, POST + "names " + empty + ", which holds ");
    String whole = Files.readString(post(Pgp.key("p")));
    Path half = Files.writeString(temp.resolve("half.asc"), whole.substring(0, 300));
    toldOne(half, ours, POST + "names " + half + ", which holds ");
    Path two = Files.writeString(temp.resolve("two.asc"), whole + Files.readString(post2()));
    toldOne(two, ours, POST + "names " + two + ", which holds 2 OpenPGP keys");
  }

  private Path post2() throws Exception {
    return Pgp.publicFile(temp.resolve("second.asc"), Pgp.key("q"));
  }

  @Test
  void a_public_key_for_a_secret_one_and_the_other_way_round_are_told() throws Exception {
    Path ours = ours(Pgp.key("o"));
    toldOne(ours, ours, "which holds a secret key, which only the post may have");
    Path post = post(Pgp.key("p"));
    toldOne(post, post, OURS + "names " + post + ", which holds a public key");
  }

  @Test
  void a_key_of_the_wrong_use_is_told() throws Exception {
    toldOne(
        post(Pgp.signingOnly("p")),
        ours(Pgp.key("o")),
        "which holds a key that cannot encrypt, or not today -> a key with the use E");
    toldOne(
        post(Pgp.key("p")),
        ours(Pgp.encryptingOnly("o")),
        "which holds a key that cannot sign, or not today -> a key with the use S");
  }

  @Test
  void a_key_that_has_ended_is_told() throws Exception {
    Date made = Date.from(Instant.now().minus(Duration.ofDays(30)));
    OpenPGPKey old = Pgp.lasting("p", made, 86_400);
    toldOne(post(old), ours(Pgp.key("o")), "which holds a key that has expired on ");
    toldOne(post(Pgp.key("p")), ours(old), "which holds a key that has expired on ");
    OpenPGPKey revoked = Pgp.revoked(Pgp.key("p"));
    toldOne(post(revoked), ours(Pgp.key("o")), "which holds a key that was revoked");
    toldOne(post(Pgp.key("p")), ours(revoked), "which holds a key that was revoked");
  }

  @Test
  void a_short_key_is_told() throws Exception {
    toldOne(post(Pgp.rsa("p", 1024)), ours(Pgp.key("o")), "which holds a short RSA key");
    toldOne(post(Pgp.key("p")), ours(Pgp.rsa("o", 1024)), "which holds a short RSA key");
  }

  @Test
  void a_wrong_passphrase_and_none_are_told() throws Exception {
    Path post = post(Pgp.key("p"));
    Path ours = ours(Pgp.lockedKey("o", "word"));
    for (String passphrase : List.of("other", "")) {
      assertThat(told(post, ours, passphrase))
          .singleElement()
          .asString()
          .contains("a key that this passphrase does not open", "GATEWAY_POST_PGP_PASSPHRASE")
          .doesNotContain("other");
    }
  }

  @Test
  void a_secret_key_for_others_to_read_is_told() throws Exception {
    Path ours = ours(Pgp.key("o"));
    Files.setPosixFilePermissions(ours, PosixFilePermissions.fromString("rw-r--r--"));
    toldOne(post(Pgp.key("p")), ours, "others may read or write -> chmod 0600 " + ours);
  }

  private void toldOne(Path post, Path ours, String sentence) {
    assertThat(told(post, ours, "")).singleElement().asString().contains(sentence);
  }

  private static List<String> told(Path post, Path ours, String passphrase) {
    return told(post.toString(), ours.toString(), passphrase);
  }

  private static List<String> told(String post, String ours, String passphrase) {
    List<Fault> faults = new ArrayList<>();
    PgpKeys keys = PgpKeys.read(new PgpSettings(post, ours, passphrase), Instant.now(), faults);
    assertThat(keys == null).isEqualTo(!faults.isEmpty());
    return faults.stream().map(Fault::toString).toList();
  }

  private Path post(OpenPGPKey key) throws Exception {
    return Pgp.publicFile(temp.resolve("post.asc"), key);
  }

  private Path ours(OpenPGPKey key) throws Exception {
    return Pgp.secretFile(temp.resolve("ours.asc"), key);
  }
}
