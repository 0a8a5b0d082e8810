/** Who may ask what over HTTP: logins of each call, roles, rates, and refusals. */
@NullMarked
@ApplicationModule(
    displayName = "Security",
    allowedDependencies = {
      "access",
      "directory",
      "evidence",
      "logbook",
      "server",
      "shipment",
      "startup",
      "watch",
      "web"
    })
package vn.kt1.gateway.security;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
