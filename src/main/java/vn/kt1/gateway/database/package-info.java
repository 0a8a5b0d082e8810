/** How rows are written and read: JSON columns, COPY, and which database faults time mends. */
@NullMarked
@ApplicationModule(
    displayName = "Database",
    allowedDependencies = {"shipment"})
package vn.kt1.gateway.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
