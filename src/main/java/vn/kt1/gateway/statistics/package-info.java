/** The numbers of the yearly report, counted from the ledger through views. */
@NullMarked
@ApplicationModule(
    displayName = "Statistics",
    allowedDependencies = {"shipment", "directory"})
package vn.kt1.gateway.statistics;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
