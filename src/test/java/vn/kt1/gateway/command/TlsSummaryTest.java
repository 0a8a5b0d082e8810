package vn.kt1.gateway.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.kt1.gateway.directory.Conventions;
import vn.kt1.gateway.directory.Directory;
import vn.kt1.gateway.directory.Partner;
import vn.kt1.gateway.tls.TlsFiles;
import vn.kt1.testing.Authority;
import vn.kt1.testing.Signer;

/** What check-config says of certificates. */
class TlsSummaryTest {

  private static final Authority CA = new Authority("CA");
  private static final Instant NOW = Instant.now();
  private static final Instant FAR = NOW.plus(Duration.ofDays(400));
  private static final Signer OWN = CA.client("p", NOW.minusSeconds(60), FAR);
  private static final Signer ENDING =
      CA.client("p", NOW.minusSeconds(60), NOW.plus(Duration.ofDays(30)));

  @TempDir private Path folder;

  @Test
  void tells_who_is_bound_and_until_when() throws IOException {
    String end = FAR.atOffset(ZoneOffset.ofHours(7)).toLocalDate().toString();
    assertThat(said(asking(), partner("bound", OWN.certificate())))
        .contains("only with its certificate, valid until: " + end)
        .contains("callers are asked for theirs")
        .doesNotContain("- bound");
  }

  @Test
  void tells_who_is_not_bound_though_everybody_is_asked() throws IOException {
    assertThat(said(asking(), partner("free")))
        .contains("- free: chỉ cần mã truy cập", "  free: its token is enough");
    assertThat(said(silent(), partner("free"))).doesNotContain("its token is enough");
  }

  @Test
  void tells_who_is_bound_though_nobody_is_asked_or_by_an_authority_nobody_believes()
      throws IOException {
    assertThat(said(silent(), partner("bound", OWN.certificate())))
        .contains("bound: bound to a certificate, but");
    X509Certificate foreign = new Authority("foreign").client("p").certificate();
    assertThat(said(asking(), partner("bound", foreign)))
        .contains("bound: a certificate of its file is not issued by any");
  }

  @Test
  void tells_what_ends_within_sixty_days() throws IOException {
    assertThat(said(asking(), partner("bound", OWN.certificate(), ENDING.certificate())))
        .containsOnlyOnce("  bound: partner-certificate (serial ")
        .contains(ENDING.certificate().getSerialNumber().toString(16));
    assertThat(said(asking(), partner("bound", OWN.certificate())))
        .doesNotContain("partner-certificate");
  }

  private String said(TlsFiles files, Partner partner) {
    Directory directory = new Directory(List.of(), List.of(), List.of(partner));
    Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    return String.join(
        "\n", new ConfigSummary(directory, clock, files, true).of(folder, List.of()));
  }

  private TlsFiles asking() throws IOException {
    Path server = Files.writeString(folder.resolve("tls.pem"), CA.server().pem());
    Path clients = Files.writeString(folder.resolve("ca.pem"), CA.pem());
    return new TlsFiles(server, folder.resolve("tls.key"), null, clients);
  }

  private static TlsFiles silent() {
    return new TlsFiles(null, null, null, null);
  }

  private static Partner partner(String id, X509Certificate... bound) {
    return new Partner(
        id,
        id,
        Set.of(),
        false,
        false,
        null,
        null,
        Conventions.CONTRACT,
        Arrays.asList(bound),
        null);
  }
}
