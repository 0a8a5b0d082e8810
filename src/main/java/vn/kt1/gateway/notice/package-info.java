/** What is mailed to whom, and in which words: never a degree. */
@NullMarked
@ApplicationModule(
    displayName = "Notice",
    allowedDependencies = {"directory", "dispatch", "evidence", "ledger", "shipment"})
package vn.kt1.gateway.notice;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
