/** Units, provinces and partners: dated facts read from {@code config/}, checked before use. */
@NullMarked
@ApplicationModule(
    displayName = "Directory",
    allowedDependencies = {"shipment", "text"})
package vn.kt1.gateway.directory;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
