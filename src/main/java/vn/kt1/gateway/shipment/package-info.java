/**
 * The vocabulary: hand-offs, envelopes, shipments and what happens to them. Pure Java; it has no
 * field for anything that stands inside an envelope.
 */
@NullMarked
@ApplicationModule(
    displayName = "Shipment",
    allowedDependencies = {"text"})
package vn.kt1.gateway.shipment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
