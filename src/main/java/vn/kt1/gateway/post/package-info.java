/** The post: order files out, sealed; receipts and status files in. */
@NullMarked
@ApplicationModule(
    displayName = "Post",
    allowedDependencies = {"shipment", "directory", "inspection", "table"})
package vn.kt1.gateway.post;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
