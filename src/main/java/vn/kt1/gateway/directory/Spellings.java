package vn.kt1.gateway.directory;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.csv.CSVRecord;
import vn.kt1.gateway.shipment.Secrecy;
import vn.kt1.gateway.shipment.Urgency;
import vn.kt1.gateway.text.Folded;

/** Words for secrecy and urgency as e-offices write them; bare digits are in no list. */
public final class Spellings {

  private final Map<String, Secrecy> secrecy = new HashMap<>();
  private final Map<String, Urgency> urgency = new HashMap<>();

  public Spellings() {
    for (CSVRecord row : DataFile.read("/directory/spellings.csv")) {
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

  /**
   * The gravest degree that a word of ours names anywhere in the text, however it is put: {@code Hồ
   * sơ tối mật} is secret. {@code NONE} where there is no such word; letters alone say nothing.
   */
  public Secrecy gravestIn(String written) {
    String rest = Folded.word(written);
    for (String ordinary : longestFirst(Secrecy.NONE)) {
      rest = rest.replace(ordinary, " ");
    }
    for (Secrecy degree : List.of(Secrecy.TOP_SECRET, Secrecy.SECRET, Secrecy.CONFIDENTIAL)) {
      if (longestFirst(degree).stream().anyMatch(rest::contains)) {
        return degree;
      }
    }
    return Secrecy.NONE;
  }

  private List<String> longestFirst(Secrecy degree) {
    return secrecy.keySet().stream()
        .filter(word -> secrecy.get(word) == degree && word.length() > 1)
        .sorted(Comparator.comparingInt(String::length).reversed())
        .toList();
  }

  public Optional<Urgency> urgency(String written) {
    return Optional.ofNullable(urgency.get(Folded.word(written)));
  }
}
