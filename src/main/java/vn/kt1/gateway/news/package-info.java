/** Status files for partners: what changed on their shipments. */
@NullMarked
@ApplicationModule(
    displayName = "News",
    allowedDependencies = {"directory", "dispatch", "evidence", "shipment", "table"})
package vn.kt1.gateway.news;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
