package vn.kt1.gateway.post;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bouncycastle.openpgp.api.OpenPGPKey;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.kt1.testing.Gpg;
import vn.kt1.testing.HandClock;
import vn.kt1.testing.Pgp;

class PostSealTest {

  private static final byte[] CONTENT = "order_id,mark\nO-1,B\n".getBytes(StandardCharsets.UTF_8);

  @TempDir static Path temp;
  private static OpenPGPKey post;
  private static OpenPGPKey ours;
  private static PostSeal seal;

  @BeforeAll
  static void keys() throws Exception {
    post = Pgp.key("The post <post@example.vn>");
    ours = Pgp.lockedKey("The gateway <gateway@example.vn>", "open sesame");
    seal = new PostSeal(settings(post, ours, "open sesame"), Clock.systemUTC());
  }

  private static PostSettings settings(OpenPGPKey post, OpenPGPKey ours, String passphrase)
      throws Exception {
    return new PostSettings(
        new PgpSettings(
            Pgp.publicFile(temp.resolve("post.asc"), post).toString(),
            Pgp.secretFile(temp.resolve("ours.asc"), ours).toString(),
            passphrase));
  }

  @Test
  void only_the_post_reads_it_and_knows_whom_it_is_from() throws Exception {
    PostSeal.Sealed sealed = seal.seal(CONTENT);
    assertThat(sealed.ending()).isEqualTo(".pgp");
    assertThat(new String(sealed.content(), StandardCharsets.ISO_8859_1)).doesNotContain("O-1");
    assertThat(Pgp.read(sealed.content(), post, ours.toCertificate())).isEqualTo(CONTENT);
    assertThatThrownBy(() -> Pgp.read(sealed.content(), post, Pgp.key("x").toCertificate()))
        .hasMessageContaining("not signed");
    assertThatThrownBy(() -> Pgp.read(sealed.content(), Pgp.key("x"), ours.toCertificate()))
        .isInstanceOf(Exception.class);
  }

  @Test
  void a_changed_byte_is_noticed_wherever_it_stands() {
    byte[] sealed = seal.seal(CONTENT).content();
    List<Integer> overlooked = new ArrayList<>();
    for (int position = 0; position < sealed.length; position++) {
      byte[] changed = sealed.clone();
      changed[position] ^= 0x10;
      try {
        Pgp.read(changed, post, ours.toCertificate());
        overlooked.add(position);
      } catch (Exception noticed) {
        // as wanted
      }
    }
    assertThat(sealed.length).isGreaterThan(200);
    assertThat(overlooked).isEmpty();
  }

  @Test
  void gnupg_reads_it_and_notices_a_changed_byte() throws Exception {
    Gpg.require();
    try (Gpg gpg = Gpg.fresh()) {
      Path key = Pgp.secretFile(temp.resolve("posts-own.asc"), post);
      Path sender = Pgp.publicFile(temp.resolve("gateway.asc"), ours);
      assertThat(gpg.run("--import", key.toString(), sender.toString()).exitCode()).isZero();
      byte[] sealed = seal.seal(CONTENT).content();
      Path file = Files.write(temp.resolve("order.csv.pgp"), sealed);
      Path plain = temp.resolve("order.csv");
      Gpg.Answer answer =
          gpg.run("--status-fd", "1", "-o", plain.toString(), "--decrypt", file.toString());
      assertThat(answer.exitCode()).as(answer.output()).isZero();
      assertThat(answer.output()).contains("GOODMDC", "GOODSIG", "gateway@example.vn");
      assertThat(plain).hasBinaryContent(CONTENT);
      for (int position = 0; position < sealed.length; position += 29) {
        byte[] changed = sealed.clone();
        changed[position] ^= 0x10;
        Files.write(file, changed);
        assertThat(gpg.run("-o", plain.toString(), "--decrypt", file.toString()).exitCode())
            .as("byte %d", position)
            .isNotZero();
      }
    }
  }

  @Test
  void without_keys_everything_stays_as_it_is() {
    PostSeal off = new PostSeal(new PostSettings(new PgpSettings("", "", "")), Clock.systemUTC());
    assertThat(off.seal(CONTENT).content()).isSameAs(CONTENT);
    assertThat(off.seal(CONTENT).ending()).isEmpty();
  }

  @Test
  void a_key_that_ends_while_the_gateway_runs_seals_nothing_any_more() throws Exception {
    OpenPGPKey short1 = Pgp.lasting("The post <p@example.vn>", new Date(), 3600);
    HandClock clock = new HandClock(Instant.now().toString());
    PostSeal soon = new PostSeal(settings(short1, ours, "open sesame"), clock);
    assertThat(soon.seal(CONTENT).ending()).isEqualTo(".pgp");
    assertThat(soon.ends()).extracting(KeyEnd::owner).containsExactly("post", "gateway");
    assertThat(soon.ends())
        .first()
        .satisfies(
            end -> {
              assertThat(Duration.between(end.from(), end.to())).isEqualTo(Duration.ofHours(1));
            });
    clock.advance(Duration.ofHours(2));
    assertThatThrownBy(() -> soon.seal(CONTENT)).isInstanceOf(IllegalStateException.class);
  }
}
