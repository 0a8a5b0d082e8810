package vn.kt1.gateway.command;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import vn.kt1.gateway.directory.Province;
import vn.kt1.gateway.directory.ReportDuty;
import vn.kt1.gateway.directory.Unit;

/** Of a province: what it has settled, and what a person must still provide. */
public record ProvinceSummary(Province province, List<Unit> units) {

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM");

  public void tell(SummaryLines lines) {
    ReportDuty report = province.report();
    String mailed =
        report == null
            ? "-"
            : DAY.format(report.dueBefore()) + " (" + DAY.format(report.mailOn()) + ")";
    String urgency =
        SummaryLines.joined(
            province.haste().entrySet().stream().map(one -> one.getKey() + " > " + one.getValue()));
    lines.tell(
        "check.province",
        province.id(),
        province.ordinary() ? "KT1" : "PUBLIC_POST",
        province.expressTimed(),
        mailed,
        urgency.isEmpty() ? "-" : urgency,
        province.departmentMail() != null,
        province.secretOfficerMail() != null);
  }

  public void leave(SummaryLines lines) {
    String id = province.id();
    String guidance = province.guidance();
    String words = guidance.toLowerCase(Locale.ROOT);
    boolean draft = words.contains("dự thảo") || words.contains("draft");
    long unverified = DirectorySummary.count(units, unit -> !unit.verified());
    lines.leave(province.departmentMail() == null, "check.todo.department-mail", id);
    lines.leave(province.secretOfficerMail() == null, "check.todo.officer-mail", id);
    lines.leave(province.report() == null, "check.todo.report", id);
    lines.leave(
        province.report() != null && province.report().periodStart() == null,
        "check.todo.report-period",
        id);
    lines.leave(!province.guidanceVerified(), "check.todo.guidance", id, guidance);
    lines.leave(draft, "check.todo.draft", id, guidance);
    lines.leave(!province.haste().isEmpty(), "check.todo.urgency", id);
    lines.leave(units.isEmpty(), "check.todo.no-unit", id);
    lines.leave(unverified > 0, "check.todo.units", id, unverified, units.size());
  }
}
