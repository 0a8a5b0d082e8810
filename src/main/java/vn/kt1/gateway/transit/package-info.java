/**
 * Until when a shipment must first come to the door: transit times as they were promised, the time
 * each shipment is due, why it does not count, and what is late.
 */
@NullMarked
@ApplicationModule(
    displayName = "Transit",
    allowedDependencies = {
      "database",
      "directory",
      "dispatch",
      "evidence",
      "ledger",
      "notice",
      "shipment",
      "web"
    })
package vn.kt1.gateway.transit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
