/** The post: order files out; receipts and status files in. */
@NullMarked
@ApplicationModule(
    displayName = "Post",
    allowedDependencies = {"shipment", "directory", "table"})
package vn.kt1.gateway.post;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
