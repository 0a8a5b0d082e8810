package vn.kt1.gateway.tls;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.kt1.gateway.directory.BadConfiguration.Fault;
import vn.kt1.testing.Authority;
import vn.kt1.testing.Signer;

/** TLS that cannot be served is told before the start, by file and with what to do. */
class ServerCertificateTest {

  private static final Authority CA = new Authority("CA");
  private static final Instant NOW = Instant.now();
  private static final Signer SERVER =
      CA.server(NOW.minus(Duration.ofDays(10)), NOW.plus(Duration.ofDays(10)));

  @TempDir private Path folder;
  private final Map<String, String> environment = new HashMap<>();

  @BeforeEach
  void files() throws IOException {
    certificate(SERVER.pem() + CA.pem());
    key(SERVER.keyPem(null));
    set(TlsFiles.CLIENT_CA, Files.writeString(folder.resolve("ca.pem"), CA.pem()));
  }

  @Test
  void what_fits_together_has_no_fault_and_nothing_set_is_no_fault() {
    assertThat(faults()).isEmpty();
    environment.remove(TlsFiles.CLIENT_CA);
    assertThat(faults()).isEmpty();
    environment.clear();
    environment.put(TlsFiles.CERTIFICATE, " ");
    assertThat(faults()).isEmpty();
    assertThat(TlsFiles.of(environment::get).properties()).isEmpty();
  }

  @Test
  void one_without_the_others_is_told() {
    environment.remove(TlsFiles.KEY);
    assertFault(TlsFiles.KEY, "not set");
    environment.remove(TlsFiles.CERTIFICATE);
    assertThat(faults())
        .extracting(Fault::file)
        .containsExactly(TlsFiles.CERTIFICATE, TlsFiles.KEY);
  }

  @Test
  void a_certificate_out_of_its_time_is_told_to_the_second() {
    Instant from = SERVER.certificate().getNotBefore().toInstant();
    Instant to = SERVER.certificate().getNotAfter().toInstant();
    assertThat(faults(from)).isEmpty();
    assertThat(faults(to)).isEmpty();
    for (Instant out : List.of(from.minusSeconds(1), to.plusSeconds(1))) {
      assertThat(faults(out))
          .singleElement()
          .satisfies(fault -> assertThat(fault.toString()).contains("tls.pem", "not now"));
    }
  }

  @Test
  void a_key_of_another_certificate_is_told() throws IOException {
    key(CA.server().keyPem(null));
    assertFault("tls.key", "not that of the certificate");
    key(Signer.of("RSA", 2048).keyPem(null));
    assertFault("tls.key", "not that of the certificate");
  }

  @Test
  void an_rsa_key_is_taken_and_a_short_one_told() throws IOException {
    Signer rsa = Signer.of("RSA", 2048);
    certificate(rsa.pem());
    key(rsa.keyPem(null));
    assertThat(faults()).isEmpty();
    Signer weak = Signer.of("RSA", 1024);
    certificate(weak.pem());
    key(weak.keyPem(null));
    assertFault("tls.pem", "the RSA key is short");
  }

  @Test
  void a_chain_out_of_order_is_told() throws IOException {
    certificate(SERVER.pem() + new Authority("other").pem());
    assertFault("tls.pem", "certificate 1 is not signed by the one behind it");
    // Then the key is of another one too.
    certificate(CA.pem() + SERVER.pem());
    assertThat(faults()).extracting(Fault::wrong).anyMatch(wrong -> wrong.contains("behind it"));
  }

  @Test
  void a_key_others_may_read_or_change_is_told() throws IOException {
    Path key = Path.of(environment.getOrDefault(TlsFiles.KEY, ""));
    for (String mode : List.of("rw-r--r--", "rw----r--", "rw-rw----", "rw-----w-")) {
      Files.setPosixFilePermissions(key, PosixFilePermissions.fromString(mode));
      assertFault("tls.key", "others may");
    }
    Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("r--r-----"));
    assertThat(faults()).isEmpty();
  }

  @Test
  void files_that_hold_something_else_or_are_not_there_are_told() throws IOException {
    for (String bad : List.of("", "text", "-----BEGIN CERTIFICATE-----\nAAAA\n")) {
      certificate(bad);
      assertFault("tls.pem", "no certificate can be read");
      certificate(SERVER.pem());
      key(bad);
      assertFault("tls.key", "no private key can be read");
      key(SERVER.keyPem(null));
    }
    Files.writeString(folder.resolve("ca.pem"), "none");
    assertFault("ca.pem", "no certificates can be read");
    Files.writeString(folder.resolve("ca.pem"), CA.pem());
    Files.delete(folder.resolve("tls.key"));
    assertFault("tls.key", "cannot be read");
    set(TlsFiles.KEY, folder);
    assertFault(folder.getFileName().toString(), "cannot be read");
  }

  @Test
  void an_encrypted_key_needs_its_password_and_the_password_stands_nowhere() throws IOException {
    key(SERVER.keyPem("a long password"));
    assertFault("tls.key", "without a password");
    environment.put(TlsFiles.KEY_PASSWORD, "wrong-secret");
    assertFault("tls.key", "with that password");
    assertThat(faults().toString() + TlsFiles.of(environment::get)).doesNotContain("wrong-secret");
    environment.put(TlsFiles.KEY_PASSWORD, "a long password");
    assertThat(faults()).isEmpty();
  }

  @Test
  void only_the_api_asks_for_a_certificate_and_none_has_to_be_shown() {
    Map<String, Object> set = TlsFiles.of(environment::get).properties();
    assertThat(set)
        .containsEntry("server.ssl.client-auth", "want")
        .containsEntry("management.server.ssl.client-auth", "none")
        .containsEntry("spring.ssl.bundle.pem.gateway.options.enabled-protocols", "TLSv1.3,TLSv1.2")
        .containsEntry("spring.ssl.bundle.pem.gateway.reload-on-update", true);
    assertThat(TlsFiles.CIPHERS).allMatch(name -> name.matches("TLS_(AES|CHACHA|ECDHE_).*"));
  }

  private void certificate(String pem) throws IOException {
    set(TlsFiles.CERTIFICATE, Files.writeString(folder.resolve("tls.pem"), pem));
  }

  private void key(String pem) throws IOException {
    Path file = Files.writeString(folder.resolve("tls.key"), pem);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    set(TlsFiles.KEY, file);
  }

  private void set(String name, Path file) {
    environment.put(name, file.toString());
  }

  private void assertFault(String file, String wrong) {
    assertThat(faults())
        .singleElement()
        .satisfies(
            fault -> {
              assertThat(fault.file()).endsWith(file);
              assertThat(fault.wrong()).contains(wrong);
              assertThat(fault.write()).isNotBlank();
            });
  }

  private List<Fault> faults() {
    return faults(NOW);
  }

  private List<Fault> faults(Instant now) {
    return ServerCertificate.faults(TlsFiles.of(environment::get), now);
  }
}
