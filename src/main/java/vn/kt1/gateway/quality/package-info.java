/**
 * Monthly confirmation: the page for two signatures, and what a unit says of each row, by login or
 * by mail.
 */
@NullMarked
@ApplicationModule(
    displayName = "Quality",
    allowedDependencies = {
      "database",
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
package vn.kt1.gateway.quality;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
