/** Calls of the API: what a call brings, how it is read, and how it is answered. */
@NullMarked
@ApplicationModule(
    displayName = "Web",
    allowedDependencies = {"directory", "shipment", "text"})
package vn.kt1.gateway.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
