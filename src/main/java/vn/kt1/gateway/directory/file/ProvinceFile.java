package vn.kt1.gateway.directory.file;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.kt1.gateway.directory.BadConfiguration.Fault;
import vn.kt1.gateway.directory.MailAddress;
import vn.kt1.gateway.directory.Province;
import vn.kt1.gateway.directory.ReportDuty;
import vn.kt1.gateway.shipment.Urgency;

/** The keys of {@code provinces/<province>.yaml}. */
public record ProvinceFile(
    YamlBlock block,
    @Key(needed = true, empty = true) String name,
    @Key(needed = true) boolean ordinary,
    @Key(needed = true) boolean expressTimed,
    @Key(needed = true, empty = true) String guidance,
    @Key(empty = true) @Nullable LocalDate guidanceFrom,
    boolean guidanceVerified,
    @Key(empty = true) @Nullable MailAddress departmentMail,
    @Key(empty = true) @Nullable MailAddress secretOfficerMail,
    @Key(empty = true) @Nullable MailAddress policeMail,
    @Key(empty = true) @Nullable ReportBlock report,
    Map<Scalar, Scalar> urgency) {

  private static final List<String> WITHOUT_CLASS =
      List.of(Urgency.URGENT.name(), Urgency.VERY_URGENT.name());
  private static final List<String> ORDERED =
      List.of(Urgency.NORMAL.name(), Urgency.EXPRESS.name());

  public static @Nullable Province read(Path file, List<Fault> faults) {
    ProvinceFile read = YamlFile.read(file, ProvinceFile.class, faults);
    String id = YamlFile.stem(file);
    if (!UnitCells.province(id)) {
      // It stands in the names of order files, and units name it.
      String wrong = "the name of the file is no id of a province";
      faults.add(new Fault(file.toString(), 0, wrong, "hai-phong.yaml"));
    }
    return read == null ? null : read.province(id);
  }

  /** Every block is checked, whatever is wrong in another. */
  private @Nullable Province province(String id) {
    Map<Urgency, Urgency> haste = haste();
    ReportDuty duty = report == null ? null : report.duty();
    if (block.broken()) {
      return null;
    }
    return new Province(
        id,
        name,
        ordinary,
        expressTimed,
        guidance,
        guidanceFrom,
        guidanceVerified,
        departmentMail == null ? null : departmentMail.text(),
        secretOfficerMail == null ? null : secretOfficerMail.text(),
        policeMail == null ? null : policeMail.text(),
        duty,
        haste);
  }

  /**
   * As what an urgency without a class in KT1 is ordered of the post; no circular says it, so a
   * province has to. Without those ordered as NORMAL: that happens without the block too.
   */
  private Map<Urgency, Urgency> haste() {
    block.only(urgency.keySet(), WITHOUT_CLASS);
    Map<Urgency, Urgency> haste = new EnumMap<>(Urgency.class);
    urgency.forEach(
        (written, ordered) -> {
          boolean good = WITHOUT_CLASS.contains(written.text()) && mayBeOrdered(ordered);
          if (good && !ordered.text().equals(Urgency.NORMAL.name())) {
            haste.put(Urgency.valueOf(written.text()), Urgency.valueOf(ordered.text()));
          }
        });
    return haste;
  }

  private boolean mayBeOrdered(Scalar ordered) {
    if (ordered.text().endsWith("TIMED")) {
      String wrong = "needs a time of delivery, which the envelope does not bear";
      block.fault(ordered, wrong, "one of EXPRESS, NORMAL");
      return false;
    }
    return block.isOneOf(ORDERED, ordered, "is nothing an urgency can be ordered as");
  }
}
