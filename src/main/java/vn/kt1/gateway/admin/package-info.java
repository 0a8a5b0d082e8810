/** Who may come in, and what an administrator does: logins, tokens, the command line. */
@NullMarked
@ApplicationModule(
    displayName = "Admin",
    allowedDependencies = {
      "shipment",
      "directory",
      "access",
      "door",
      "evidence",
      "tls",
      "inspection",
      "logbook",
      "intake",
      "policy",
      "policy :: rules",
      "post",
      "ledger :: watch"
    })
package vn.kt1.gateway.admin;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
