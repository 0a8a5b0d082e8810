/**
 * Holds what was handed over, ordered, accepted, delivered and confirmed against each other, each
 * night, and against the post's own list of a month; what does not fit is kept, shown and told
 * once.
 */
@NullMarked
@ApplicationModule(
    displayName = "Reconciliation",
    allowedDependencies = {
      "database",
      "directory",
      "evidence",
      "notice",
      "shipment",
      "startup",
      "status",
      "web"
    })
package vn.kt1.gateway.reconciliation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
