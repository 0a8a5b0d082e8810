package vn.kt1.gateway.directory.file;

import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.kt1.gateway.directory.BadConfiguration.Fault;
import vn.kt1.gateway.directory.Conventions;
import vn.kt1.gateway.directory.MailAddress;
import vn.kt1.gateway.directory.Partner;
import vn.kt1.gateway.directory.Rate;

/** The keys of {@code partners/<partner>.yaml}. */
public record PartnerFile(
    YamlBlock block,
    @Key(needed = true, empty = true) String name,
    @Key(needed = true, empty = true) Set<String> units,
    @Key(needed = true) boolean sftp,
    @Key(needed = true) boolean checksumRequired,
    @Key(empty = true) @Nullable Mail mail,
    @Key(empty = true) @Nullable Rate rate,
    @Nullable Tls tls,
    @Key(empty = true) @Nullable String jwtSubject,
    @Nullable ConventionsFile reading) {

  record Mail(
      YamlBlock block,
      @Key(needed = true) MailAddress address,
      @Key(needed = true) boolean deliveryNotices,
      @Key(empty = true) Set<MailAddress> alsoFrom,
      @Key(empty = true) @Nullable Scalar certificate) {

    Partner.Mail known() {
      return new Partner.Mail(
          address.text(),
          deliveryNotices,
          certificate == null
              ? null
              : CertificateFile.read(block, certificate, CertificateFile.Use.SIGNING),
          alsoFrom.stream().map(MailAddress::text).collect(Collectors.toSet()));
    }
  }

  /** The certificates the partner's machine may show: two, so that one can follow the other. */
  record Tls(YamlBlock block, @Key(needed = true) List<Scalar> certificates) {

    private static final int MOST = 2;

    /** Those that can be read. */
    List<X509Certificate> known() {
      if (certificates.size() > MOST) {
        block.fault(
            certificates.get(MOST).line(),
            "tls.certificates names more than two files",
            "certificates: [certificates/<partner>.pem]");
      }
      List<X509Certificate> found = new ArrayList<>();
      for (Scalar path : certificates) {
        X509Certificate read = CertificateFile.read(block, path, CertificateFile.Use.TLS);
        if (read != null && found.contains(read)) {
          block.fault(path.line(), "the same certificate stands there twice", "each file once");
        } else if (read != null) {
          found.add(read);
        }
      }
      return found;
    }
  }

  public static @Nullable Partner read(Path file, List<Fault> faults) {
    PartnerFile read = YamlFile.read(file, PartnerFile.class, faults);
    return read == null ? null : read.partner(YamlFile.stem(file));
  }

  /** Every block is checked, whatever is wrong in another. */
  private @Nullable Partner partner(String id) {
    Partner.Mail known = mail == null ? null : mail.known();
    List<X509Certificate> certificates = tls == null ? List.of() : tls.known();
    Conventions how = reading == null ? Conventions.CONTRACT : reading.conventions(units);
    return block.broken()
        ? null
        : new Partner(
            id, name, units, sftp, checksumRequired, known, rate, how, certificates, jwtSubject);
  }
}
