package vn.kt1.gateway.intake.format;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.kt1.gateway.intake.Language;
import vn.kt1.gateway.intake.Message;
import vn.kt1.gateway.shipment.Fault;
import vn.kt1.gateway.shipment.Fault.Code;
import vn.kt1.gateway.table.Csv;

/** The contract's CSV (4.1): one file is one hand-off, one row one envelope. */
public final class CsvLanguage implements Language {

  @Override
  public Message read(byte[] bytes, @Nullable String stem) {
    List<List<String>> lines = Csv.read(bytes);
    CsvColumns columns = CsvColumns.of(lines.get(0));
    return message(lines.subList(1, lines.size()), columns, stem);
  }

  private static Message message(
      List<List<String>> lines, CsvColumns columns, @Nullable String stem) {
    ObjectNode tree = JsonNodeFactory.instance.objectNode();
    ArrayNode envelopes = JsonNodeFactory.instance.arrayNode();
    List<Integer> rows = new ArrayList<>();
    List<Fault> faults = new ArrayList<>(columns.faults(lines));
    for (int i = 0; i < lines.size(); i++) {
      List<String> cells = lines.get(i);
      if (cells.stream().allMatch(String::isBlank)) {
        continue;
      }
      if (cells.size() > columns.count()) {
        faults.add(Fault.of(Code.MALFORMED, "", "row").atRow(i + 1));
        continue;
      }
      envelopes.add(columns.envelope(cells));
      columns.mergeHandOff(tree, cells, i + 1, faults);
      rows.add(i + 1);
    }
    if (!tree.has("handOffId") && stem != null) {
      tree.put("handOffId", stem);
    }
    tree.set("envelopes", envelopes);
    return new Message(tree, rows, faults);
  }
}
