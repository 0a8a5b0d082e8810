/** Decides how an envelope travels and says why; each rule can only narrow. */
@NullMarked
@ApplicationModule(
    displayName = "Policy",
    allowedDependencies = {"directory", "shipment"})
package vn.kt1.gateway.policy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
