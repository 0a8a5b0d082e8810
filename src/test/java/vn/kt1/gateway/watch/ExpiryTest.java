package vn.kt1.gateway.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.mock.env.MockEnvironment;
import vn.kt1.gateway.directory.Conventions;
import vn.kt1.gateway.directory.Directory;
import vn.kt1.gateway.directory.Partner;
import vn.kt1.gateway.post.KeyEnd;
import vn.kt1.gateway.post.PostSeal;
import vn.kt1.gateway.shipment.Unavailable;
import vn.kt1.gateway.tls.TlsFiles;
import vn.kt1.gateway.watch.Expiry.Alarm;
import vn.kt1.gateway.watch.Expiry.Kind;
import vn.kt1.testing.Authority;
import vn.kt1.testing.HandClock;
import vn.kt1.testing.Signer;

/** What ends soon is told in time, once a day, louder at the end. */
@ExtendWith(OutputCaptureExtension.class)
class ExpiryTest {

  /** Without OpenPGP. */
  private static final PostSeal SEAL = mock(PostSeal.class);

  private static final Instant END = Instant.parse("2027-03-01T00:00:00Z");
  private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");
  private static final Expiry ONE = new Expiry(Kind.PARTNER_TOKEN, "p", "token 1", BEGIN, END);

  @Test
  void alarms_from_sixty_days_before_and_louder_from_seven() {
    assertThat(ONE.at(END.minus(Duration.ofDays(60)).minusSeconds(1))).isEqualTo(Alarm.NONE);
    assertThat(ONE.at(END.minus(Duration.ofDays(60)))).isEqualTo(Alarm.SOON);
    assertThat(ONE.at(END.minus(Duration.ofDays(7)).minusSeconds(1))).isEqualTo(Alarm.SOON);
    assertThat(ONE.at(END.minus(Duration.ofDays(7)))).isEqualTo(Alarm.NOW);
    assertThat(ONE.at(END)).isEqualTo(Alarm.NOW);
    assertThat(ONE.at(END.plus(Duration.ofDays(99)))).isEqualTo(Alarm.NOW);
    assertThat(ONE.at(BEGIN)).isEqualTo(Alarm.NONE);
    assertThat(ONE.at(BEGIN.minusSeconds(1))).as("not valid yet").isEqualTo(Alarm.SOON);
  }

  @Test
  void counts_whole_days() {
    assertThat(ONE.daysLeft(END.minus(Duration.ofDays(60)))).isEqualTo(60);
    assertThat(ONE.daysLeft(END.minus(Duration.ofDays(60)).plusSeconds(1))).isEqualTo(59);
    assertThat(ONE.daysLeft(END)).isZero();
    assertThat(ONE.daysLeft(END.plusSeconds(1))).isEqualTo(-1);
    assertThat(ONE.told(END.plusSeconds(1))).startsWith("expired at 2027-03-01T00:00:00Z");
    assertThat(ONE.told(BEGIN.minusSeconds(1))).startsWith("not valid before");
  }

  @Test
  void each_thing_is_told_once_a_day_of_vietnam_and_measured(CapturedOutput output) {
    Signer machine = new Authority("CA").client("p", BEGIN, END.plus(Duration.ofDays(400)));
    Signer mail = Signer.valid(BEGIN, END.plus(Duration.ofDays(800)));
    Partner partner =
        new Partner(
            "p",
            "p",
            Set.of(),
            false,
            false,
            new Partner.Mail("p@office.example", false, mail.certificate()),
            null,
            Conventions.CONTRACT,
            List.of(machine.certificate()),
            null);
    TokenTerms tokens = mock(TokenTerms.class);
    when(tokens.all()).thenReturn(List.of(ONE));
    PostSeal seal = mock(PostSeal.class);
    when(seal.ends()).thenReturn(List.of(new KeyEnd("post", "ABCD", BEGIN, END)));
    HandClock clock = new HandClock("2026-12-30T23:00:00+07:00"); // 61 days before
    SimpleMeterRegistry meters = new SimpleMeterRegistry();
    ExpiryWatch watch =
        new ExpiryWatch(
            new MockEnvironment(),
            new Directory(List.of(), List.of(), List.of(partner)),
            tokens,
            seal,
            meters,
            clock);
    watch.look();
    assertThat(lines(output, "partner-token")).isZero();
    clock.set("2026-12-31T07:00:00+07:00");
    watch.look();
    watch.look();
    assertThat(lines(output, "WARN.*expires in 60 days.*partner-token of p, token 1")).isOne();
    assertThat(lines(output, "WARN.*expires in 60 days.*pgp-key of post, key ABCD")).isOne();
    clock.set("2026-12-31T23:59:59+07:00");
    watch.look();
    assertThat(lines(output, "partner-token")).isOne();
    clock.set("2027-01-01T00:00:00+07:00");
    watch.look();
    assertThat(lines(output, "partner-token")).isEqualTo(2);
    assertThat(days(meters, "partner-token")).isEqualTo(59);
    assertThat(days(meters, "partner-certificate")).isEqualTo(459);
    assertThat(days(meters, "mail-certificate")).isEqualTo(859);
    clock.set("2027-02-22T07:00:00+07:00");
    watch.look();
    assertThat(lines(output, "ERROR.*expires in 7 days.*partner-token")).isOne();
    assertThat(days(meters, "partner-token")).isEqualTo(7);
  }

  @Test
  void a_database_that_is_away_keeps_no_certificate_from_being_told(CapturedOutput output) {
    Instant now = Instant.now();
    Signer machine =
        new Authority("CA").client("p", now.minusSeconds(60), now.plus(Duration.ofDays(3)));
    Partner partner =
        new Partner(
            "p",
            "p",
            Set.of(),
            false,
            false,
            null,
            null,
            Conventions.CONTRACT,
            List.of(machine.certificate()),
            null);
    TokenTerms tokens = mock(TokenTerms.class);
    when(tokens.all()).thenThrow(new Unavailable("away", new IllegalStateException()));
    SimpleMeterRegistry meters = new SimpleMeterRegistry();
    ExpiryWatch watch =
        new ExpiryWatch(
            new MockEnvironment(),
            new Directory(List.of(), List.of(), List.of(partner)),
            tokens,
            SEAL,
            meters,
            new HandClock(now.toString()));
    assertThatThrownBy(watch::look).isInstanceOf(Unavailable.class);
    assertThat(lines(output, "ERROR.*expires in [23] days.*partner-certificate of p")).isOne();
    assertThat(days(meters, "partner-certificate")).isBetween(2.0, 3.0);
  }

  @Test
  void a_replacement_that_does_not_fit_is_told_by_its_file(
      CapturedOutput output, @TempDir Path folder) throws IOException {
    Signer server = new Authority("CA").server();
    Path key = Files.writeString(folder.resolve("tls.key"), Signer.valid().keyPem(null));
    Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
    MockEnvironment environment =
        new MockEnvironment()
            .withProperty(
                TlsFiles.CERTIFICATE,
                Files.writeString(folder.resolve("tls.pem"), server.pem()).toString())
            .withProperty(TlsFiles.KEY, key.toString());
    HandClock clock = new HandClock(Instant.now().toString());
    SimpleMeterRegistry meters = new SimpleMeterRegistry();
    ExpiryWatch watch =
        new ExpiryWatch(
            environment,
            new Directory(List.of(), List.of(), List.of()),
            mock(TokenTerms.class),
            SEAL,
            meters,
            clock);
    watch.look();
    watch.look();
    String told = "WARN.*cannot be served by TLS: .*tls.key: the private key is not that of";
    assertThat(lines(output, told)).isOne();
    clock.advance(Duration.ofDays(1));
    watch.look();
    assertThat(lines(output, told)).isEqualTo(2);
    Files.writeString(key, server.keyPem(null));
    clock.advance(Duration.ofDays(1));
    watch.look();
    assertThat(lines(output, told)).isEqualTo(2);
    assertThat(meters.get("gateway.admin.expiry.days").tag("owner", "gateway").gauge().value())
        .isPositive();
  }

  private static double days(SimpleMeterRegistry meters, String kind) {
    return meters.get("gateway.admin.expiry.days").tags("kind", kind, "owner", "p").gauge().value();
  }

  private static long lines(CapturedOutput output, String pattern) {
    return output.getAll().lines().filter(line -> line.matches(".*" + pattern + ".*")).count();
  }
}
