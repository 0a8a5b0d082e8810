/**
 * Decides by which network an envelope travels, and says why. Each rule can only narrow the choice.
 */
@NullMarked
@ApplicationModule(
    displayName = "Policy",
    allowedDependencies = {"directory", "shipment"})
package vn.kt1.gateway.policy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
