/** The yearly report: its calendar, its figures, its workbook, and when it is mailed. */
@NullMarked
@ApplicationModule(
    displayName = "Report",
    allowedDependencies = {"shipment", "directory", "evidence", "statistics :: figures"})
package vn.kt1.gateway.report;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
