/** The pages for people: login, one's own account, and a change of password. */
@NullMarked
@ApplicationModule(
    displayName = "Console",
    allowedDependencies = {"access", "directory", "security", "server", "shipment"})
package vn.kt1.gateway.console;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
