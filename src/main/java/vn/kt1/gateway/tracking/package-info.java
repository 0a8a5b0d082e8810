/** Asks the tracking API of the post: which items when, and what its answers mean. */
@NullMarked
@ApplicationModule(
    displayName = "Tracking",
    allowedDependencies = {
      "database",
      "directory",
      "ledger",
      "logbook",
      "shipment",
      "startup",
      "status",
      "text"
    })
package vn.kt1.gateway.tracking;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
