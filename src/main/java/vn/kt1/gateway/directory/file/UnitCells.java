package vn.kt1.gateway.directory.file;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import vn.kt1.gateway.directory.BadConfiguration;
import vn.kt1.gateway.directory.PlainText;
import vn.kt1.gateway.directory.Unit;
import vn.kt1.gateway.directory.Unit.Eligibility;
import vn.kt1.gateway.shipment.UnitCode;

/** Reads one row of a list of units and tells every cell that is wrong. */
final class UnitCells {

  private static final int LONGEST_CODE = 35;

  /** QĐ 20/2020/QĐ-TTg: the largest group first. */
  private static final Pattern CODE = Pattern.compile("[A-Z][0-9]{2}(\\.[0-9A-Z]+)*");

  private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

  /** A province or a kind. */
  private static final Pattern WORD = Pattern.compile("[a-z]+(-[a-z]+)*");

  private final CSVRecord row;
  private final Path file;
  private final int line;
  private final List<BadConfiguration.Fault> faults;

  UnitCells(CSVRecord row, Path file, int line, List<BadConfiguration.Fault> faults) {
    this.row = row;
    this.file = file;
    this.line = line;
    this.faults = faults;
  }

  static boolean province(String id) {
    return WORD.matcher(id).matches();
  }

  UnitRow read() {
    int before = faults.size();
    String code = code("code");
    String legacy = legacy(code);
    String name = needed("name");
    String province = word("province", "the id of a province, such as hai-phong");
    String kind = word("kind", "a word such as department, commune or state-enterprise");
    Eligibility eligibility = eligibility();
    LocalDate from = day("valid_from");
    LocalDate to = row.get("valid_to").isEmpty() ? null : day("valid_to");
    if (from != null && to != null && to.isBefore(from)) {
      fault("valid_to is before valid_from", "the last day on which the unit is open");
    }
    String successor = successor(code);
    String address = text("address").isEmpty() ? null : text("address");
    printable("address");
    String source = needed("source");
    boolean verified = verified(source);
    boolean good = faults.size() == before && eligibility != null && from != null;
    return new UnitRow(
        file,
        line,
        code,
        good
            ? new Unit(
                code,
                legacy,
                name,
                province,
                kind,
                eligibility,
                from,
                to,
                successor,
                address,
                source,
                verified)
            : null);
  }

  private String code(String column) {
    String code = row.get(column);
    if (!CODE.matcher(code).matches() || code.length() > LONGEST_CODE) {
      String right = UnitCode.normalise(code);
      boolean known = CODE.matcher(right).matches() && right.length() <= LONGEST_CODE;
      fault(
          column + (known ? " " + right + " is written in another form" : " is no code of a unit"),
          known ? right : "a code of QĐ 20/2020, such as H24.16, of 35 signs at most");
    }
    return code;
  }

  private @Nullable String legacy(String code) {
    String legacy = row.get("legacy_code");
    if (legacy.isEmpty()) {
      return null;
    }
    if (CODE.matcher(code).matches() && !reversed(legacy, code)) {
      fault(
          "legacy_code is not " + code + " in the reversed form",
          "the reversed form of four groups, such as 000.00.16.H24 for H24.16, or nothing");
    }
    return legacy;
  }

  private static boolean reversed(String legacy, String code) {
    return !legacy.equals(code) && UnitCode.normalise(legacy).equals(code);
  }

  private @Nullable String successor(String code) {
    if (row.get("successor").isEmpty()) {
      return null;
    }
    String successor = code("successor");
    if (successor.equals(code)) {
      fault("the unit is its own successor", "the code of another unit, or nothing");
    }
    return successor;
  }

  private @Nullable Eligibility eligibility() {
    try {
      return Eligibility.valueOf(row.get("eligibility"));
    } catch (IllegalArgumentException e) {
      fault("eligibility cannot be read", "QD32, QD37 or NONE");
      return null;
    }
  }

  private @Nullable LocalDate day(String column) {
    try {
      if (DAY.matcher(row.get(column)).matches()) {
        return LocalDate.parse(row.get(column));
      }
    } catch (DateTimeException e) {
      // told below
    }
    fault(column + " is no date", "a date such as 2026-01-31");
    return null;
  }

  private boolean verified(String source) {
    String written = row.get("verified");
    if (!written.equals("true") && !written.equals("false")) {
      fault(
          "verified is neither true nor false", "true once somebody has checked the row, or false");
    }
    boolean verified = written.equals("true");
    if (verified && Unit.synthetic(source)) {
      fault(
          "a SYNTHETIC row is verified",
          "the document it was checked against as its source, or verified false");
    }
    return verified;
  }

  private String word(String column, String write) {
    if (!WORD.matcher(row.get(column)).matches()) {
      fault(column + " is not of small letters a to z, parted by -", write);
    }
    return row.get(column);
  }

  private String needed(String column) {
    if (text(column).isEmpty()) {
      fault(column + " is blank", column.equals("source") ? "where the row was read" : "its name");
    }
    printable(column);
    return text(column);
  }

  private void printable(String column) {
    PlainText.check(column, text(column), this::fault);
  }

  private String text(String column) {
    return PlainText.strip(row.get(column));
  }

  private void fault(String wrong, String write) {
    faults.add(new BadConfiguration.Fault(file.toString(), line, wrong, write));
  }
}
