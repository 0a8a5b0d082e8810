/** What the gateway was configured with at each start, as digests; what has changed is evidence. */
@NullMarked
@ApplicationModule(
    displayName = "Inventory",
    allowedDependencies = {"shipment", "evidence"})
package vn.kt1.gateway.inventory;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
