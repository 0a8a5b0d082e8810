package vn.kt1.gateway.shipment;

import org.jspecify.annotations.Nullable;

/** To whom an envelope goes, as written on it: a unit code, or a name and an address. */
public record Recipient(
    @Nullable String code,
    @Nullable String name,
    @Nullable String address,
    @Nullable String addressee) {}
