/** What the post is asked and what it answers: order files, cancellations, receipts, the seal. */
@NullMarked
@ApplicationModule(
    displayName = "Post",
    allowedDependencies = {
      "directory",
      "dispatch",
      "evidence",
      "ledger",
      "notice",
      "shipment",
      "startup",
      "status",
      "table",
      "text",
      "tracking",
      "web"
    })
package vn.kt1.gateway.post;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
