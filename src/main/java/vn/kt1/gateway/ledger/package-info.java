/** Hand-offs, shipments and their timelines. It publishes which shipments news has moved. */
@NullMarked
@ApplicationModule(
    displayName = "Ledger",
    allowedDependencies = {"database", "directory", "evidence", "shipment", "slip", "text", "web"})
package vn.kt1.gateway.ledger;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
