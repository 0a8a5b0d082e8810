/** Reads a message, keeps out what a gateway may not know, and normalises the rest. */
@NullMarked
@ApplicationModule(
    displayName = "Intake",
    allowedDependencies = {"shipment", "directory", "evidence", "table"})
package vn.kt1.gateway.intake;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
