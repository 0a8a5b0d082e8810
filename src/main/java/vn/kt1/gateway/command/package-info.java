/**
 * The command line in the same jar: check-config, explain, and the commands that let somebody in or
 * out.
 */
@NullMarked
@ApplicationModule(
    displayName = "Command",
    allowedDependencies = {
      "access",
      "directory",
      "evidence",
      "intake",
      "logbook",
      "policy",
      "policy :: rules",
      "report",
      "shipment",
      "startup",
      "tariff",
      "text",
      "tls",
      "watch",
      "web"
    })
package vn.kt1.gateway.command;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
