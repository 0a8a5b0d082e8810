/**
 * The paper that travels with a hand-off: a posting-book page and one label for each routed
 * envelope.
 */
@NullMarked
@ApplicationModule(
    displayName = "Slip",
    allowedDependencies = {"paper", "shipment"})
package vn.kt1.gateway.slip;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
