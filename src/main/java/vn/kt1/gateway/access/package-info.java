/**
 * Who may come in: people and their passwords, partners and their tokens, and who locked whom out.
 */
@NullMarked
@ApplicationModule(
    displayName = "Access",
    allowedDependencies = {"shipment", "directory", "evidence", "inspection"})
package vn.kt1.gateway.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
