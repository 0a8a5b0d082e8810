package vn.kt1.gateway.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.kt1.gateway.directory.BadConfiguration.Fault;
import vn.kt1.gateway.directory.file.PartnerFile;
import vn.kt1.testing.Authority;
import vn.kt1.testing.Signer;

/** Which certificates a partner's machine may show, as its file says. */
class TlsBlockTest {

  private static final Authority CA = new Authority("CA");
  private static final Signer ONE = CA.client("one");
  private static final Signer NEXT = CA.client("next");

  @TempDir private Path config;
  private final List<Fault> faults = new ArrayList<>();

  @BeforeEach
  void folders() throws IOException {
    for (String folder : List.of("partners", "certificates", "units", "provinces")) {
      Files.createDirectories(config.resolve(folder));
    }
    put("one", ONE.pem());
    put("next", NEXT.pem());
    put("server", CA.server().pem());
    put("authority", CA.pem());
    put("weak", Signer.of("RSA", 1024).pem());
    put("key", ONE.pem() + Signer.pem(ONE.keys().getPrivate()));
  }

  @Test
  void one_or_two_are_taken_and_none_where_there_is_no_block() throws IOException {
    assertThat(read("tls: {certificates: [certificates/one.pem]}"))
        .containsExactly(ONE.certificate());
    assertThat(read("tls:\n  certificates:\n  - certificates/one.pem\n  - certificates/next.pem"))
        .containsExactly(ONE.certificate(), NEXT.certificate());
    assertThat(read("")).isEmpty();
    assertThat(faults).isEmpty();
  }

  @Test
  void one_of_no_stated_use_is_taken() throws IOException {
    put("plain", Signer.valid().pem());
    assertThat(read("tls: {certificates: [certificates/plain.pem]}")).hasSize(1);
    assertThat(faults).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "tls:                                           |5| tls holds no keys",
        "tls: {}                                        |5| the key certificates is missing",
        "tls: {certificates: []}                        |5| certificates is no list",
        "tls: {certificates: certificates/one.pem}      |5| certificates is no list",
        "tls: {certificate: [certificates/one.pem]}     |5| unknown key certificate",
        "tls: {certificates: [certificates/no.pem]}     |5| cannot be read",
        "tls: {certificates: [certificates/server.pem]} |5| not one for a client of TLS",
        "tls: {certificates: [certificates/authority.pem]} |5| not one for a client of TLS",
        "tls: {certificates: [certificates/weak.pem]}   |5| the RSA key",
        "tls: {certificates: [certificates/key.pem]}    |5| one certificate and nothing else",
      })
  void what_is_wrong_is_told_by_its_line(String block, int line, String wrong) throws IOException {
    read(block);
    assertThat(faults)
        .anySatisfy(
            fault -> {
              assertThat(fault.file()).endsWith("p.yaml");
              assertThat(fault.line()).isEqualTo(line);
              assertThat(fault.wrong()).contains(wrong);
              assertThat(fault.write()).isNotBlank();
            });
  }

  @Test
  void each_path_has_its_own_line() throws IOException {
    read("tls:\n  certificates:\n  - certificates/one.pem\n  - certificates/no.pem");
    assertThat(faults).singleElement().satisfies(f -> assertThat(f.line()).isEqualTo(8));
    faults.clear();
    String twice = "\n  - certificates/one.pem\n  - certificates/one.pem";
    read("tls:\n  certificates:" + twice);
    assertThat(faults).singleElement().satisfies(f -> assertThat(f.wrong()).contains("twice"));
    faults.clear();
    read("tls:\n  certificates:" + twice + "\n  - certificates/next.pem");
    assertThat(faults)
        .extracting(Fault::wrong)
        .anyMatch(wrong -> wrong.contains("more than two files"));
  }

  @Test
  void a_certificate_belongs_to_one_partner() throws IOException {
    read("tls: {certificates: [certificates/one.pem]}");
    Path other = config.resolve("partners/q.yaml");
    Files.copy(config.resolve("partners/p.yaml"), other);
    assertThatThrownBy(() -> DirectoryFolder.read(config))
        .isInstanceOf(BadConfiguration.class)
        .hasMessageContaining("q.yaml:5: its TLS certificate is that of p");
  }

  private void put(String name, String pem) throws IOException {
    Files.writeString(config.resolve("certificates/" + name + ".pem"), pem);
  }

  private List<X509Certificate> read(String block) throws IOException {
    Path file = config.resolve("partners/p.yaml");
    Files.writeString(
        file, "name: p\nunits: [H24.16]\nsftp: true\nchecksumRequired: false\n" + block + "\n");
    Partner partner = PartnerFile.read(file, faults);
    return partner == null ? List.of() : partner.tlsCertificates();
  }
}
