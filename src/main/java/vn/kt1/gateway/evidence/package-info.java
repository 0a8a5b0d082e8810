/** Append-only evidence of what the gateway took, decided and did. */
@NullMarked
@ApplicationModule(
    displayName = "Evidence",
    allowedDependencies = {"shipment", "web"})
package vn.kt1.gateway.evidence;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
