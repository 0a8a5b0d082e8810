/** The SFTP door: drop folders that are polled, and the couriers of files. */
@NullMarked
@ApplicationModule(
    displayName = "SFTP",
    allowedDependencies = {
      "directory",
      "dispatch",
      "logbook",
      "shipment",
      "startup",
      "text",
      "web"
    })
package vn.kt1.gateway.sftp;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
