/**
 * Erases texts about persons some years after the way of their shipment has ended: addressees,
 * notes, what the post wrote. What is counted, decided or proven stays as it is.
 */
@NullMarked
@ApplicationModule(
    displayName = "Retention",
    allowedDependencies = {"directory", "evidence", "ledger", "shipment", "startup"})
package vn.kt1.gateway.retention;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
