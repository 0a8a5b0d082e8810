package vn.kt1.gateway.directory;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.csv.CSVRecord;
import vn.kt1.gateway.shipment.Folded;
import vn.kt1.gateway.shipment.Secrecy;
import vn.kt1.gateway.shipment.Urgency;

/** Words for secrecy and urgency as e-offices write them; bare digits are in no list. */
public final class Spellings {

  private final Map<String, Secrecy> secrecy = new HashMap<>();
  private final Map<String, Urgency> urgency = new HashMap<>();

  public Spellings() {
    for (CSVRecord row : DataFile.read("spellings.csv")) {
      String word = Folded.word(row.get("spelling"));
      if (row.get("dimension").equals("secrecy")) {
        secrecy.put(word, Secrecy.valueOf(row.get("canonical")));
      } else {
        urgency.put(word, Urgency.valueOf(row.get("canonical")));
      }
    }
  }

  public Optional<Secrecy> secrecy(String written) {
    return Optional.ofNullable(secrecy.get(Folded.word(written)));
  }

  public Optional<Urgency> urgency(String written) {
    return Optional.ofNullable(urgency.get(Folded.word(written)));
  }
}
