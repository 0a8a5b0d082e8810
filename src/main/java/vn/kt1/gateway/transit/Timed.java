package vn.kt1.gateway.transit;

import org.jspecify.annotations.Nullable;

/**
 * An accepted shipment and when it is due.
 *
 * @param specialArea the source that puts one of its ends into an area without transit times
 */
record Timed(Accepted shipment, Due due, @Nullable String specialArea) {}
