/** The one way out: what leaves, its number, its lease, its courier; and what is parked. */
@NullMarked
@ApplicationModule(
    displayName = "Dispatch",
    allowedDependencies = {"database", "evidence", "logbook", "shipment"})
package vn.kt1.gateway.dispatch;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
