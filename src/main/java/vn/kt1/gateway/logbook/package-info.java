/** What the log looks like, and what failures are called: nothing of what strangers wrote. */
@NullMarked
@ApplicationModule(
    displayName = "Logbook",
    allowedDependencies = {"shipment"})
package vn.kt1.gateway.logbook;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
