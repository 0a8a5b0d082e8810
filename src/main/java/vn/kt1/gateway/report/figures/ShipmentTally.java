package vn.kt1.gateway.report.figures;

import org.jspecify.annotations.Nullable;

/**
 * How many shipments are alike in all that figures look at. {@code month} is {@code 2026-11} in
 * Vietnam, {@code unit} the sender's code; all other words are those of the contract.
 */
public record ShipmentTally(
    String secrecy,
    String urgency,
    @Nullable String network,
    String outcome,
    String state,
    String month,
    String unit,
    long count) {

  boolean decided(String decision) {
    return outcome.equals(decision);
  }

  boolean is(String current) {
    return state.equals(current);
  }
}
