package vn.kt1.gateway.report.figures;

import org.jspecify.annotations.Nullable;

/**
 * So many shipments alike in all that figures look at; {@code month} as {@code 2026-11} in Vietnam,
 * {@code unit} is the sender's code. Words are those of the contract.
 */
public record ShipmentTally(
    String secrecy,
    String urgency,
    @Nullable String network,
    String outcome,
    String state,
    String month,
    String unit,
    long count) {}
