/** Actuator: health, measures, routes, what is parked, and what ends soon. */
@NullMarked
@ApplicationModule(
    displayName = "Watch",
    allowedDependencies = {
      "directory",
      "dispatch",
      "evidence",
      "ledger",
      "logbook",
      "post",
      "report",
      "server",
      "shipment",
      "text",
      "tls"
    })
package vn.kt1.gateway.watch;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
