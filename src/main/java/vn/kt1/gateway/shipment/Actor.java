package vn.kt1.gateway.shipment;

import org.jspecify.annotations.Nullable;

/** Who did it, and from which network address, where it was done over one. */
public record Actor(String name, @Nullable String address) {}
