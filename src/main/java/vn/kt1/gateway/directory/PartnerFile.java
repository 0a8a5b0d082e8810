package vn.kt1.gateway.directory;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The keys of {@code partners/<partner>.yaml}. */
record PartnerFile(
    @JsonProperty(required = true) String name,
    @JsonProperty(required = true) Set<String> units,
    @JsonProperty(required = true) boolean sftp,
    @JsonProperty(required = true) boolean checksumRequired,
    @JsonSetter(nulls = Nulls.SET) @Nullable Mail mail,
    @JsonSetter(nulls = Nulls.SET) @Nullable Rate rate,
    @JsonSetter(nulls = Nulls.SET) @Nullable JsonNode tls,
    @JsonSetter(nulls = Nulls.SET) @Nullable String jwtSubject,
    @JsonSetter(nulls = Nulls.SET) @Nullable JsonNode reading) {

  record Mail(
      @JsonProperty(required = true) String address,
      @JsonProperty(required = true) boolean deliveryNotices,
      @JsonSetter(nulls = Nulls.SET) @Nullable Set<String> alsoFrom,
      @JsonSetter(nulls = Nulls.SET) @Nullable String certificate) {

    Mail {
      MailAddress.require(address);
      if (alsoFrom != null) {
        alsoFrom.forEach(MailAddress::require);
      }
    }

    Partner.Mail known(Path file, List<BadConfiguration.Fault> faults) {
      return new Partner.Mail(
          address,
          deliveryNotices,
          certificate == null ? null : signing(file, certificate, faults),
          alsoFrom == null ? Set.of() : alsoFrom);
    }

    private static @Nullable X509Certificate signing(
        Path file, String path, List<BadConfiguration.Fault> faults) {
      int line = YamlFile.line(file, "certificate");
      return new CertificateFile(file, faults).read(path, line, CertificateFile.Use.SIGNING);
    }
  }

  static @Nullable Partner read(Path file, List<BadConfiguration.Fault> faults) {
    PartnerFile read = YamlFile.read(file, PartnerFile.class, faults);
    // Read by themselves, so that their faults are told whatever else is wrong, and by their lines.
    List<X509Certificate> certificates = TlsBlock.read(file, faults);
    Conventions how = ConventionsFile.read(file, read == null ? Set.of() : read.units, faults);
    return read == null
        ? null
        : new Partner(
            YamlFile.stem(file),
            read.name,
            read.units,
            read.sftp,
            read.checksumRequired,
            read.mail == null ? null : read.mail.known(file, faults),
            read.rate,
            how,
            certificates,
            read.jwtSubject);
  }
}
