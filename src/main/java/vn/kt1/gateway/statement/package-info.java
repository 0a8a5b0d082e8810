/**
 * What a unit has to pay for a month: the statement, and what the post's invoice lists say
 * otherwise.
 */
@NullMarked
@ApplicationModule(
    displayName = "Statement",
    allowedDependencies = {"database", "directory", "paper", "shipment", "status", "web"})
package vn.kt1.gateway.statement;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
