/** What is told to whom, and what may stand in a mail or a news file: never a degree. */
@NullMarked
@ApplicationModule(
    displayName = "Notice",
    allowedDependencies = {"shipment", "directory", "table"})
package vn.kt1.gateway.notice;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
