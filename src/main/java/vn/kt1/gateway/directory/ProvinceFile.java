package vn.kt1.gateway.directory;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.kt1.gateway.shipment.Urgency;

/** The keys of {@code provinces/<province>.yaml}. */
record ProvinceFile(
    @JsonProperty(required = true) String name,
    @JsonProperty(required = true) boolean ordinary,
    @JsonProperty(required = true) boolean expressTimed,
    @JsonProperty(required = true) String guidance,
    @JsonSetter(nulls = Nulls.SET) @Nullable String guidanceFrom,
    boolean guidanceVerified,
    @JsonSetter(nulls = Nulls.SET) @Nullable String departmentMail,
    @JsonSetter(nulls = Nulls.SET) @Nullable String secretOfficerMail,
    @JsonSetter(nulls = Nulls.SET) @Nullable ReportDutyFile report,
    @JsonSetter(nulls = Nulls.SET) @Nullable JsonNode urgency) {

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
    Map<Urgency, Urgency> haste = UrgencyBlock.read(file, faults);
    if (!UnitCells.province(YamlFile.stem(file))) {
      // It stands in the names of order files, and units name it.
      faults.add(
          new BadConfiguration.Fault(
              file.toString(), 0, "the name of the file is no id of a province", "hai-phong.yaml"));
    }
    if (read != null) {
      printable(file, "name", read.name, faults);
      printable(file, "guidance", read.guidance, faults);
    }
    return read == null
        ? null
        : new Province(
            YamlFile.stem(file),
            read.name,
            read.ordinary,
            read.expressTimed,
            read.guidance,
            day(file, read.guidanceFrom, faults),
            read.guidanceVerified,
            read.departmentMail,
            read.secretOfficerMail,
            read.report == null ? null : read.report.check(file, faults),
            haste);
  }

  private static @Nullable LocalDate day(
      Path file, @Nullable String written, List<BadConfiguration.Fault> faults) {
    try {
      return written == null ? null : LocalDate.parse(written);
    } catch (DateTimeException e) {
      int line = YamlFile.line(file, "guidanceFrom");
      faults.add(
          new BadConfiguration.Fault(
              file.toString(), line, "guidanceFrom is no day", "a day such as 2025-11-01"));
      return null;
    }
  }

  private static void printable(
      Path file, String key, String text, List<BadConfiguration.Fault> faults) {
    PlainText.check(
        key,
        text,
        (wrong, write) ->
            faults.add(
                new BadConfiguration.Fault(
                    file.toString(), YamlFile.line(file, key), wrong, write)));
  }
}
