/** What the gateway was configured with at each start; what has changed is evidence. */
@NullMarked
@ApplicationModule(
    displayName = "Inventory",
    allowedDependencies = {"directory", "evidence", "shipment"})
package vn.kt1.gateway.inventory;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
