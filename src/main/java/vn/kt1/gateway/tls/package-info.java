/** TLS of the gateway's own ports: which files it is made of, and why it cannot be served. */
@NullMarked
@ApplicationModule(
    displayName = "TLS",
    allowedDependencies = {"directory"})
package vn.kt1.gateway.tls;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
