/**
 * Status news of the post: read from files, applied to timelines, kept where the item is not known
 * yet.
 */
@NullMarked
@ApplicationModule(
    displayName = "Status",
    allowedDependencies = {"database", "directory", "ledger", "shipment"})
package vn.kt1.gateway.status;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
