/** Prints our pages as PDF. */
@NullMarked
@ApplicationModule(
    displayName = "Paper",
    allowedDependencies = {})
package vn.kt1.gateway.paper;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
