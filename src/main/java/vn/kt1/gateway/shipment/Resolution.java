package vn.kt1.gateway.shipment;

/** An answer to a held shipment, and why it is given; the reason goes into evidence only. */
public record Resolution(Answer answer, String reason) {}
