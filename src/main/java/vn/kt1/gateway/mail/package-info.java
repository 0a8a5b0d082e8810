/** The mail door: hand-offs that come by mail, and the courier of mails. */
@NullMarked
@ApplicationModule(
    displayName = "Mail",
    allowedDependencies = {
      "directory",
      "dispatch",
      "logbook",
      "notice",
      "sftp",
      "shipment",
      "startup",
      "text",
      "web"
    })
package vn.kt1.gateway.mail;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
