/** What the log looks like: one event a line, whatever strangers wrote, and nothing of theirs. */
@NullMarked
@ApplicationModule(displayName = "Logbook", allowedDependencies = "shipment")
package vn.kt1.gateway.logbook;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
