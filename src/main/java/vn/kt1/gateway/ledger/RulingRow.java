package vn.kt1.gateway.ledger;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import vn.kt1.gateway.database.RowJson;
import vn.kt1.gateway.shipment.Decision;
import vn.kt1.gateway.shipment.Ruling;

/** A row of {@code ruling}; the components are its columns. Equal rulings are one row. */
public record RulingRow(
    String rulingSha256,
    String policyVersion,
    String directoryVersion,
    List<Ruling.Said> verdicts) {

  private static final int MOST_REMEMBERED = 1_000;
  private static final Map<Ruling, String> DIGESTS = new ConcurrentHashMap<>();

  /**
   * The rulings of these decisions, each once, always in the same order, so that two transactions
   * that write them wait for each other and do not deadlock.
   */
  public static List<RulingRow> of(Collection<Decision> decisions) {
    return decisions.stream()
        .map(Decision::ruling)
        .filter(Objects::nonNull)
        .distinct()
        .map(RulingRow::of)
        .sorted(Comparator.comparing(RulingRow::rulingSha256))
        .toList();
  }

  private static RulingRow of(Ruling ruling) {
    return new RulingRow(
        sha256(ruling), ruling.policyVersion(), ruling.directoryVersion(), ruling.verdicts());
  }

  /** The same few rulings are made again and again, so the digest of each is remembered. */
  public static String sha256(Ruling ruling) {
    String known = DIGESTS.get(ruling);
    if (known != null) {
      return known;
    }
    String sha256 = RowJson.sha256(ruling);
    if (DIGESTS.size() < MOST_REMEMBERED) {
      DIGESTS.put(ruling, sha256);
    }
    return sha256;
  }
}
