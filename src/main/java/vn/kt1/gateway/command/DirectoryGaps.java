package vn.kt1.gateway.command;

import static vn.kt1.gateway.command.DirectorySummary.byProvince;
import static vn.kt1.gateway.command.DirectorySummary.count;
import static vn.kt1.gateway.command.DirectorySummary.sorted;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import vn.kt1.gateway.command.TlsSummary.Said;
import vn.kt1.gateway.directory.Directory;
import vn.kt1.gateway.directory.Province;
import vn.kt1.gateway.directory.Unit;

/** What a person must still provide for units and provinces; sample rows before all. */
final class DirectoryGaps {

  private final Directory directory;

  DirectoryGaps(Directory directory) {
    this.directory = directory;
  }

  List<Said> left() {
    List<Said> left = new ArrayList<>();
    long samples = count(directory.units(), Unit::synthetic);
    if (samples > 0) {
      left.add(new Said("check.todo.samples", samples, directory.units().size()));
    }
    sorted(directory.provinces()).forEach(province -> left(left, province));
    return left;
  }

  private void left(List<Said> left, Province province) {
    List<Unit> units = byProvince(directory.units()).getOrDefault(province.id(), List.of());
    long unverified = count(units, unit -> !unit.verified());
    leave(left, province.departmentMail() == null, "check.todo.department-mail", province.id());
    leave(left, province.secretOfficerMail() == null, "check.todo.officer-mail", province.id());
    leave(left, province.report() == null, "check.todo.report", province.id());
    leave(
        left,
        !province.guidanceVerified(),
        "check.todo.guidance",
        province.id(),
        province.guidance());
    leave(left, draft(province), "check.todo.draft", province.id(), province.guidance());
    leave(left, !province.haste().isEmpty(), "check.todo.urgency", province.id());
    leave(left, units.isEmpty(), "check.todo.no-unit", province.id());
    leave(left, unverified > 0, "check.todo.units", province.id(), unverified, units.size());
  }

  private static void leave(List<Said> left, boolean open, String key, Object... arguments) {
    if (open) {
      left.add(new Said(key, arguments));
    }
  }

  private static boolean draft(Province province) {
    String guidance = province.guidance().toLowerCase(Locale.ROOT);
    return guidance.contains("dự thảo") || guidance.contains("draft");
  }
}
