package vn.kt1.gateway.tariff;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVRecord;
import vn.kt1.gateway.directory.DataFile;
import vn.kt1.gateway.directory.PriceTable;
import vn.kt1.gateway.directory.Zone;

/**
 * The highest lawful prices as far as they can be read: TT 23/2017/TT-BTTTT by a newspaper of 2017.
 * They are compared with a table, and no price is taken from them.
 */
public final class Ceilings {

  private static final List<CSVRecord> ROWS = DataFile.read("/tariff/ceilings.csv");

  private Ceilings() {}

  /** Each price of the table that is above its ceiling, as {@code part price > ceiling}. */
  public static List<String> above(PriceTable table) {
    List<String> above = new ArrayList<>();
    for (CSVRecord row : ROWS) {
      String part = row.get("part");
      long most = Long.parseLong(row.get("most"));
      switch (row.get("kind")) {
        case "surcharge" -> tell(part, table.surcharges().getOrDefault(part, 0L), most, above);
        case "step" -> tell(part, step(table, Zone.valueOf(part)), most, above);
        default -> tell(part + " +", further(table, Zone.valueOf(part)), most, above);
      }
    }
    return above;
  }

  /** The dearest price up to 250 g, up to which the ceilings were published. */
  private static long step(PriceTable table, Zone zone) {
    return table.price(zone, Math.min(250, table.most())).orElse(0L);
  }

  private static long further(PriceTable table, Zone zone) {
    PriceTable.Prices prices = table.zones().get(zone);
    return prices == null || table.further() > 250 ? 0 : prices.further();
  }

  private static void tell(String part, long price, long most, List<String> above) {
    if (price > most) {
      above.add(part + " " + price + " > " + most);
    }
  }
}
