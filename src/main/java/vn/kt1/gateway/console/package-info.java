/** The pages for people: logging in, who one is, and a password of one's own. */
@NullMarked
@ApplicationModule(
    displayName = "Console",
    allowedDependencies = {"access", "directory", "security", "server", "shipment"})
package vn.kt1.gateway.console;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
