/** Held shipments: answers, the second person, reminders. */
@NullMarked
@ApplicationModule(
    displayName = "Held",
    allowedDependencies = {
      "database",
      "directory",
      "dispatch",
      "evidence",
      "ledger",
      "notice",
      "post",
      "shipment",
      "web"
    })
package vn.kt1.gateway.held;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
