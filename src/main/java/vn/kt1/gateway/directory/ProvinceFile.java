package vn.kt1.gateway.directory;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The keys of {@code provinces/<province>.yaml}. */
record ProvinceFile(
    @JsonProperty(required = true) String name,
    @JsonProperty(required = true) boolean ordinary,
    @JsonProperty(required = true) boolean expressTimed,
    @JsonProperty(required = true) String guidance,
    @JsonSetter(nulls = Nulls.SET) @Nullable String departmentMail,
    @JsonSetter(nulls = Nulls.SET) @Nullable String secretOfficerMail,
    @JsonSetter(nulls = Nulls.SET) @Nullable ReportDutyFile report) {

  ProvinceFile {
    if (departmentMail != null) {
      MailAddress.require(departmentMail);
    }
    if (secretOfficerMail != null) {
      MailAddress.require(secretOfficerMail);
    }
  }

  static @Nullable Province read(Path file, List<BadConfiguration.Fault> faults) {
    ProvinceFile read = YamlFile.read(file, ProvinceFile.class, faults);
    return read == null
        ? null
        : new Province(
            YamlFile.stem(file),
            read.name,
            read.ordinary,
            read.expressTimed,
            read.guidance,
            read.departmentMail,
            read.secretOfficerMail,
            read.report == null ? null : read.report.check(file, faults),
            Map.of());
  }
}
