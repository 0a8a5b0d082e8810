/** Reads a message, refuses content of documents, and normalises the rest. */
@NullMarked
@ApplicationModule(
    displayName = "Intake",
    allowedDependencies = {"directory", "evidence", "shipment", "table", "text"})
package vn.kt1.gateway.intake;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
