package vn.kt1.gateway.tls;

import java.security.cert.X509Certificate;
import java.util.List;
import vn.kt1.gateway.directory.BadConfiguration.Fault;
import vn.kt1.gateway.directory.Directory;
import vn.kt1.gateway.directory.Partner;

/** A partner bound to a certificate must be able to show it, or it would never get in. */
public final class BoundPartners {

  private BoundPartners() {}

  public static List<Fault> faults(Directory directory, TlsFiles files) {
    if (files.asksClients()) {
      return List.of();
    }
    return directory.partners().stream()
        .filter(partner -> !partner.tlsCertificates().isEmpty())
        .map(Partner::id)
        .sorted()
        .map(
            id ->
                new Fault(
                    "partners/" + id + ".yaml",
                    0,
                    "tls binds it to a certificate, but nobody is asked for one",
                    TlsFiles.CLIENT_CA + " with " + TlsFiles.CERTIFICATE + " and " + TlsFiles.KEY))
        .toList();
  }

  /**
   * Whether the handshake can believe the certificate by these alone; one of an authority between
   * needs that one's certificate from the client.
   */
  public static boolean believed(X509Certificate certificate, List<X509Certificate> authorities) {
    return authorities.stream()
        .anyMatch(authority -> authority.equals(certificate) || issued(certificate, authority));
  }

  private static boolean issued(X509Certificate certificate, X509Certificate authority) {
    return certificate.getIssuerX500Principal().equals(authority.getSubjectX500Principal())
        && ServerCertificate.signed(certificate, authority);
  }
}
