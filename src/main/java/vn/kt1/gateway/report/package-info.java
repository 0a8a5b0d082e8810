/** The yearly report: its calendar, its figures, its workbook, and when it is mailed. */
@NullMarked
@ApplicationModule(
    displayName = "Report",
    allowedDependencies = {"directory", "evidence", "notice", "shipment", "web"})
package vn.kt1.gateway.report;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
