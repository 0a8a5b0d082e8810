/** Tables as people and machines write them: encodings, CSV and XLSX. */
@NullMarked
@ApplicationModule(
    displayName = "Table",
    allowedDependencies = {"shipment"})
package vn.kt1.gateway.table;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
