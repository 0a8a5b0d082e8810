package vn.kt1.gateway.tls;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.kt1.gateway.directory.Conventions;
import vn.kt1.gateway.directory.Directory;
import vn.kt1.gateway.directory.Partner;
import vn.kt1.testing.Authority;
import vn.kt1.testing.Signer;

/** Nobody is bound to what could never be shown. */
class BoundPartnersTest {

  private static final Authority CA = new Authority("CA");
  private static final Signer OWN = CA.client("p");
  private static final Path ANY = Path.of("any.pem");

  @Test
  void a_bound_partner_needs_somebody_who_asks_for_its_certificate() {
    TlsFiles asking = new TlsFiles(ANY, ANY, null, ANY);
    assertThat(BoundPartners.faults(partners(List.of(OWN)), asking)).isEmpty();
    assertThat(BoundPartners.faults(partners(List.of()), new TlsFiles(null, null, null, null)))
        .isEmpty();
    for (TlsFiles silent :
        List.of(
            new TlsFiles(ANY, ANY, null, null),
            new TlsFiles(null, null, null, ANY),
            new TlsFiles(null, null, null, null))) {
      assertThat(BoundPartners.faults(partners(List.of(OWN)), silent))
          .singleElement()
          .satisfies(
              fault ->
                  assertThat(fault.toString())
                      .contains("partners/p.yaml", "nobody is asked", "GATEWAY_TLS_CLIENT_CA"));
    }
  }

  @Test
  void a_certificate_is_believed_by_its_issuer_or_for_itself() {
    Authority other = new Authority("CA");
    assertThat(BoundPartners.believed(OWN.certificate(), List.of(CA.certificate()))).isTrue();
    assertThat(BoundPartners.believed(OWN.certificate(), List.of(OWN.certificate()))).isTrue();
    assertThat(BoundPartners.believed(OWN.certificate(), List.of(other.certificate())))
        .as("another of the same name")
        .isFalse();
    assertThat(BoundPartners.believed(OWN.certificate(), List.of())).isFalse();
  }

  private static Directory partners(List<Signer> bound) {
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
            bound.stream().map(Signer::certificate).toList(),
            null);
    return new Directory(List.of(), List.of(), List.of(partner));
  }
}
