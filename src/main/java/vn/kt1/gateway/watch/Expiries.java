package vn.kt1.gateway.watch;

import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.kt1.gateway.directory.Directory;
import vn.kt1.gateway.directory.Partner;
import vn.kt1.gateway.tls.ServerCertificate;
import vn.kt1.gateway.tls.TlsFiles;
import vn.kt1.gateway.watch.Expiry.Kind;

/** What expires in the TLS files and in the files of the partners. */
public final class Expiries {

  static final String OURS = "gateway";

  private Expiries() {}

  /** From the files as they are now; a file that cannot be read gives nothing. */
  public static List<Expiry> of(TlsFiles files) {
    return Stream.concat(
            all(Kind.SERVER_CERTIFICATE, files.certificate()),
            all(Kind.CLIENT_CA, files.clientCa()))
        .toList();
  }

  private static Stream<Expiry> all(Kind kind, @Nullable Path file) {
    return file == null
        ? Stream.of()
        : ServerCertificate.certificates(file).stream().map(one -> Expiry.of(kind, OURS, one));
  }

  public static List<Expiry> of(Directory directory) {
    List<Expiry> all = new ArrayList<>();
    for (Partner partner : directory.partners()) {
      for (X509Certificate certificate : partner.tlsCertificates()) {
        all.add(Expiry.of(Kind.PARTNER_CERTIFICATE, partner.id(), certificate));
      }
      if (partner.mail() != null && partner.mail().certificate() != null) {
        all.add(Expiry.of(Kind.MAIL_CERTIFICATE, partner.id(), partner.mail().certificate()));
      }
    }
    return all;
  }
}
