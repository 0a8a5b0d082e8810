package vn.kt1.gateway.ledger;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import vn.kt1.gateway.database.RowJson;
import vn.kt1.gateway.shipment.Decision;
import vn.kt1.gateway.shipment.Ruling;

/** A row of {@code ruling}; the components are its columns. Equal rulings are one row. */
public record RulingRow(
    String rulingSha256,
    String policyVersion,
    String directoryVersion,
    List<Ruling.Said> verdicts) {

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

  public static String sha256(Ruling ruling) {
    return RowJson.sha256(ruling);
  }
}
