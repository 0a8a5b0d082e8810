/**
 * What a start checks before anything runs: unknown keys, insecure switches, weak secrets, plain
 * HTTP, host keys, folders, the roles of the database. {@code check-config} says the same.
 */
@NullMarked
@ApplicationModule(
    displayName = "Startup",
    allowedDependencies = {"directory", "tls"})
package vn.kt1.gateway.startup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
