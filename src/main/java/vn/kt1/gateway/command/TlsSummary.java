package vn.kt1.gateway.command;

import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.kt1.gateway.directory.Directory;
import vn.kt1.gateway.directory.Partner;
import vn.kt1.gateway.shipment.VietnamTime;
import vn.kt1.gateway.tls.BoundPartners;
import vn.kt1.gateway.tls.ServerCertificate;
import vn.kt1.gateway.tls.TlsFiles;
import vn.kt1.gateway.watch.Expiries;
import vn.kt1.gateway.watch.Expiry.Alarm;

/**
 * The summary of certificates: until when they are valid, who is bound to one, and what is left to
 * do.
 */
final class TlsSummary {

  private final TlsFiles files;
  private final List<X509Certificate> authorities;
  private final Instant now;

  TlsSummary(TlsFiles files, Instant now) {
    this.files = files;
    this.authorities = certificates(files.clientCa());
    this.now = now;
  }

  private static List<X509Certificate> certificates(@Nullable Path file) {
    return file == null ? List.of() : ServerCertificate.certificates(file);
  }

  /** The certificate of the gateway itself, if the environment names one. */
  void gateway(SummaryLines lines) {
    String key = files.asksClients() ? "check.tls.mutual" : "check.tls";
    certificates(files.certificate()).stream()
        .findFirst()
        .ifPresent(own -> lines.tell(key, until(own)));
  }

  /** Until when each certificate of the partner is valid. */
  List<String> of(Partner partner) {
    return partner.tlsCertificates().stream().map(this::until).toList();
  }

  void binding(Partner partner, SummaryLines lines) {
    List<X509Certificate> bound = partner.tlsCertificates();
    boolean asks = files.asksClients();
    boolean foreign = !bound.stream().allMatch(one -> BoundPartners.believed(one, authorities));
    lines.leave(!bound.isEmpty() && !asks, "check.todo.tls.off", partner.id());
    lines.leave(bound.isEmpty() && asks, "check.todo.tls.unbound", partner.id());
    lines.leave(asks && foreign, "check.todo.tls.foreign", partner.id());
  }

  /** What ends soon, of the gateway's files and of the partners'. */
  void endings(Directory directory, SummaryLines lines) {
    Stream.concat(Expiries.of(files).stream(), Expiries.of(directory).stream())
        .forEach(
            one ->
                lines.leave(
                    one.at(now) != Alarm.NONE,
                    "check.todo.expiry",
                    one.owner(),
                    one.kind().label(),
                    one.what(),
                    day(one.from()),
                    day(one.to())));
  }

  private String until(X509Certificate certificate) {
    return day(certificate.getNotAfter().toInstant()).toString();
  }

  private static LocalDate day(Instant at) {
    return VietnamTime.day(at);
  }
}
