/**
 * Who may come in: people and their passwords, partners and their tokens, and the calls that manage
 * them.
 */
@NullMarked
@ApplicationModule(
    displayName = "Access",
    allowedDependencies = {"directory", "evidence", "shipment", "startup", "web"})
package vn.kt1.gateway.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
