/** Asks the tracking API of the post: whom when, and what its answers mean. */
@NullMarked
@ApplicationModule(
    displayName = "Tracking",
    allowedDependencies = {"shipment", "directory", "inspection"})
package vn.kt1.gateway.tracking;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
