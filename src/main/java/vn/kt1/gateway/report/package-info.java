/**
 * The yearly report: its calendar, figures, returns, versions and documents, and when each is
 * mailed.
 */
@NullMarked
@ApplicationModule(
    displayName = "Report",
    allowedDependencies = {
      "directory",
      "evidence",
      "mail",
      "notice",
      "paper",
      "shipment",
      "table",
      "text",
      "web"
    })
package vn.kt1.gateway.report;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
