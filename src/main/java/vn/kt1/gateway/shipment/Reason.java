package vn.kt1.gateway.shipment;

/** Why a decision is what it is: the rule, its legal source, and a sentence for the clerk. */
public record Reason(String rule, String basis, Text detail) {}
