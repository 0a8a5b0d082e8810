/**
 * What receiving units say of the envelopes they got, and what went wrong: the register of
 * incidents, who is told at once, until when they are answered, and what is to be paid back.
 */
@NullMarked
@ApplicationModule(
    displayName = "Incident",
    allowedDependencies = {
      "database",
      "directory",
      "evidence",
      "ledger",
      "notice",
      "shipment",
      "status",
      "web"
    })
package vn.kt1.gateway.incident;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
