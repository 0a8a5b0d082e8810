/** The only package that writes shipments: hand-offs, events, orders owed, and what is parked. */
@NullMarked
@ApplicationModule(
    displayName = "Ledger",
    allowedDependencies = {"shipment", "directory", "evidence", "logbook"})
package vn.kt1.gateway.ledger;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
