package vn.kt1.gateway.command;

import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.kt1.gateway.directory.Directory;
import vn.kt1.gateway.directory.Partner;
import vn.kt1.gateway.tls.BoundPartners;
import vn.kt1.gateway.tls.ServerCertificate;
import vn.kt1.gateway.tls.TlsFiles;
import vn.kt1.gateway.watch.Expiries;
import vn.kt1.gateway.watch.Expiry;
import vn.kt1.gateway.watch.Expiry.Alarm;

/** Of certificates: until when they are valid, who is bound to one, and what is left to do. */
final class TlsSummary {

  private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");

  /** A key of the messages with what it holds. */
  record Said(String key, Object... arguments) {}

  private final Directory directory;
  private final TlsFiles files;
  private final List<X509Certificate> authorities;
  private final Instant now;

  TlsSummary(Directory directory, TlsFiles files, Instant now) {
    this.directory = directory;
    this.files = files;
    this.authorities = certificates(files.clientCa());
    this.now = now;
  }

  private static List<X509Certificate> certificates(@Nullable Path file) {
    return file == null ? List.of() : ServerCertificate.certificates(file);
  }

  /** How the gateway itself is reached, where the environment says so. */
  List<Said> gateway() {
    return certificates(files.certificate()).stream()
        .findFirst()
        .map(own -> new Said(files.asksClients() ? "check.tls.mutual" : "check.tls", until(own)))
        .stream()
        .toList();
  }

  /** Until when each certificate of the partner is valid. */
  List<String> of(Partner partner) {
    return partner.tlsCertificates().stream().map(this::until).toList();
  }

  List<Said> left() {
    List<Said> left = new ArrayList<>();
    for (Partner partner : sorted()) {
      binding(partner).ifPresent(left::add);
    }
    Stream.concat(Expiries.of(files).stream(), Expiries.of(directory).stream())
        .filter(each -> each.at(now) != Alarm.NONE)
        .map(TlsSummary::ending)
        .forEach(left::add);
    return left;
  }

  private static Said ending(Expiry one) {
    return new Said(
        "check.todo.expiry",
        one.owner(),
        one.kind().label(),
        one.what(),
        day(one.from()),
        day(one.to()));
  }

  private static LocalDate day(Instant at) {
    return LocalDate.ofInstant(at, VIETNAM);
  }

  private List<Partner> sorted() {
    return directory.partners().stream().sorted(Comparator.comparing(Partner::id)).toList();
  }

  private Optional<Said> binding(Partner partner) {
    List<X509Certificate> bound = partner.tlsCertificates();
    String key = null;
    if (!bound.isEmpty() && !files.asksClients()) {
      key = "check.todo.tls.off";
    } else if (bound.isEmpty() && files.asksClients()) {
      key = "check.todo.tls.unbound";
    } else if (!bound.stream().allMatch(one -> BoundPartners.believed(one, authorities))) {
      key = "check.todo.tls.foreign";
    }
    return Optional.ofNullable(key).map(found -> new Said(found, partner.id()));
  }

  private String until(X509Certificate certificate) {
    return day(certificate.getNotAfter().toInstant()).toString();
  }
}
