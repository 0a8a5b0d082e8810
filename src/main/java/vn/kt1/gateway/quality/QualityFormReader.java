package vn.kt1.gateway.quality;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import vn.kt1.gateway.quality.QualityStatement.Said;
import vn.kt1.gateway.shipment.Fault;
import vn.kt1.gateway.shipment.Fault.Code;
import vn.kt1.gateway.shipment.Rejected;
import vn.kt1.gateway.table.Xlsx;
import vn.kt1.gateway.text.DegreeWords;

/** Reads a form that was mailed back. A row without a mark and without a reason says nothing. */
final class QualityFormReader implements Xlsx.Rows {

  private static final int SHIPMENT = 0;
  private static final int AGREED = 4;
  private static final int REASON = 5;
  private static final int LONGEST_REASON = 200;

  private final List<Said> said = new ArrayList<>();
  private final List<Fault> faults = new ArrayList<>();
  private int header;

  private QualityFormReader() {}

  /**
   * What is said in it.
   *
   * @throws Rejected with every fault, or as a hand-off is refused: formulas, macros, more sheets
   */
  static List<Said> read(byte[] content) {
    QualityFormReader reader = new QualityFormReader();
    Xlsx.read(content, Xlsx.Limits.usual(), reader);
    if (!reader.faults.isEmpty()) {
      throw new Rejected(reader.faults);
    }
    if (reader.said.isEmpty()) {
      throw new Rejected(Fault.of(Code.MISSING_FIELD, "/rows", "quality"));
    }
    return reader.said;
  }

  @Override
  public void row(int number, List<String> cells) {
    if (header == 0) {
      header = number;
      return;
    }
    String mark = cell(cells, AGREED).toLowerCase(Locale.ROOT);
    String reason = cell(cells, REASON);
    if (cells.size() > QualityForm.HEADER.size()) {
      fault(number, Fault.of(Code.MALFORMED, "", "row"));
    } else if (!mark.isEmpty() || !reason.isEmpty()) {
      say(number, cell(cells, SHIPMENT), mark, reason);
    }
  }

  private void say(int number, String shipment, String mark, String reason) {
    int before = faults.size();
    String place = "/rows/" + (number - header - 1);
    if (shipment.isEmpty()) {
      fault(number, Fault.of(Code.MISSING_FIELD, place + "/shipmentId"));
    }
    if (!mark.isEmpty() && !mark.equals("x")) {
      fault(number, Fault.of(Code.BAD_VALUE, place + "/agreed", "quality-mark"));
    } else if (!mark.isEmpty() && !reason.isEmpty()) {
      fault(number, Fault.of(Code.BAD_VALUE, place + "/reason", "quality-both"));
    }
    check(number, place + "/reason", reason);
    if (faults.size() == before) {
      boolean agreed = !mark.isEmpty();
      said.add(
          new Said(
              place + "/shipmentId", number - header, shipment, agreed, agreed ? null : reason));
    }
  }

  /** SECURITY: people who may not know a degree read it, as the reason of any other act. */
  private void check(int number, String pointer, String reason) {
    if (reason.chars().anyMatch(Character::isISOControl)) {
      fault(number, Fault.of(Code.BAD_VALUE, pointer, "unprintable"));
    }
    if (reason.length() > LONGEST_REASON) {
      fault(number, Fault.of(Code.BAD_VALUE, pointer, "longest", String.valueOf(LONGEST_REASON)));
    }
    if (DegreeWords.in(reason)) {
      fault(number, Fault.of(Code.BAD_VALUE, pointer, "degree"));
    }
  }

  private void fault(int number, Fault fault) {
    faults.add(fault.atRow(number - header));
  }

  private static String cell(List<String> cells, int index) {
    return index < cells.size() ? cells.get(index).strip() : "";
  }
}
