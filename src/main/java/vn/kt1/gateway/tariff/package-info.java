/** What a KT1 shipment costs: price tables, charges, and the mail before a new table holds. */
@NullMarked
@ApplicationModule(
    displayName = "Tariff",
    allowedDependencies = {
      "database",
      "directory",
      "dispatch",
      "evidence",
      "ledger",
      "notice",
      "shipment",
      "startup",
      "web"
    })
package vn.kt1.gateway.tariff;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
