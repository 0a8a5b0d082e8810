package vn.kt1.gateway.directory.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.kt1.gateway.directory.BadConfiguration.Fault;
import vn.kt1.gateway.directory.Partner;
import vn.kt1.testing.Signer;

/** The certificate in a partner's file is one to sign with, or the gateway does not start. */
class CertificateFileTest {

  private static final Signer SIGNER = Signer.valid();

  @TempDir private Path config;
  private final List<Fault> faults = new ArrayList<>();

  @BeforeEach
  void folders() throws IOException {
    Files.createDirectories(config.resolve("partners"));
    Files.createDirectories(config.resolve("certificates"));
  }

  @Test
  void is_found_from_the_configuration_folder() throws IOException {
    write(SIGNER.pem());
    assertThat(read("certificates/p.pem")).isEqualTo(SIGNER.certificate());
    assertThat(read(config.resolve("certificates/p.pem").toAbsolutePath().toString()))
        .isEqualTo(SIGNER.certificate());
    write("the words of a tool that has written it\n" + SIGNER.pem());
    assertThat(read("certificates/p.pem")).isEqualTo(SIGNER.certificate());
    assertThat(faults).isEmpty();
  }

  @Test
  void one_out_of_its_time_does_not_keep_the_gateway_from_starting() throws IOException {
    Instant now = Instant.now();
    Signer old = Signer.valid(now.minus(Duration.ofDays(9)), now.minus(Duration.ofDays(2)));
    write(old.pem());
    assertThat(read("certificates/p.pem")).isEqualTo(old.certificate());
    assertThat(faults).isEmpty();
  }

  @Test
  void is_absent_where_none_is_named() throws IOException {
    assertThat(read(null)).isNull();
    assertThat(faults).isEmpty();
  }

  @Test
  void a_file_that_holds_something_else_is_told() throws IOException {
    for (String bad :
        List.of(
            "",
            "no certificate",
            SIGNER.pem() + Signer.valid().pem(),
            SIGNER.pem() + Signer.pem(SIGNER.keys().getPrivate()),
            Signer.pem(SIGNER.keys().getPublic()))) {
      write(bad);
      assertFault("certificates/p.pem", "does not hold one certificate and nothing else");
    }
    for (String broken :
        List.of(
            SIGNER.pem().replaceAll("(?s)\\n.{80}", "\n"),
            "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n",
            "-----BEGIN CERTIFICATE-----\nAAAA\n")) {
      write(broken);
      assertFault("certificates/p.pem", "certificates/p.pem");
    }
    Files.write(config.resolve("certificates/p.pem"), SIGNER.certificate().getSignature());
    assertFault("certificates/p.pem", "certificates/p.pem");
  }

  @Test
  void a_file_that_is_not_there_is_told() throws IOException {
    assertFault("certificates/nowhere.pem", "cannot be read");
    assertFault("certificates", "cannot be read");
    assertFault("\\0", "cannot be read");
  }

  @Test
  void a_key_too_short_or_not_to_sign_with_is_told() throws IOException {
    write(Signer.of("RSA", 1024).pem());
    assertFault("certificates/p.pem", "the RSA key");
    write(Signer.authority().pem());
    assertFault("certificates/p.pem", "not one to sign with");
  }

  private void assertFault(String path, String wrong) throws IOException {
    faults.clear();
    read(path);
    assertThat(faults)
        .singleElement()
        .satisfies(
            fault -> {
              assertThat(fault.file()).endsWith("p.yaml");
              assertThat(fault.line()).isEqualTo(8);
              assertThat(fault.wrong()).contains(wrong);
              assertThat(fault.write()).isNotBlank();
            });
  }

  private void write(String pem) throws IOException {
    Files.writeString(config.resolve("certificates/p.pem"), pem);
  }

  private @Nullable X509Certificate read(@Nullable String path) throws IOException {
    Path file = config.resolve("partners/p.yaml");
    String key = path == null ? "" : "  certificate: \"" + path + "\"\n";
    Files.writeString(
        file,
        """
        name: p
        units: [H24.16]
        sftp: true
        checksumRequired: false
        mail:
          address: p@office.example
          deliveryNotices: false
        """
            + key);
    Partner partner = PartnerFile.read(file, faults);
    return partner == null || partner.mail() == null ? null : partner.mail().certificate();
  }
}
