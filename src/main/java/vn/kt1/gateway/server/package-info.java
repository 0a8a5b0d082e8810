/** The HTTP server: slow callers, large bodies, headers, and what it answers by itself. */
@NullMarked
@ApplicationModule(
    displayName = "Server",
    allowedDependencies = {"directory", "shipment", "web"})
package vn.kt1.gateway.server;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
