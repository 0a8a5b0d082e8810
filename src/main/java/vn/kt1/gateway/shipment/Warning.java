package vn.kt1.gateway.shipment;

/** Something the sender should know though the envelope travels. */
public record Warning(String code, Text detail) {}
