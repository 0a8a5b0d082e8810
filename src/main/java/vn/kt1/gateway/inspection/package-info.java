/**
 * What a start checks before anything runs: unknown keys, insecure switches, weak secrets, plain
 * HTTP, host keys, folders, the database's roles. {@code check-config} says the same. {@link
 * vn.kt1.gateway.inspection.FolderSettings} is where commands read settings.
 */
@NullMarked
@ApplicationModule(
    displayName = "Inspection",
    allowedDependencies = {"shipment", "directory", "tls"})
package vn.kt1.gateway.inspection;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
