/**
 * What is mailed to whom, and in which words: never a degree. A mail that follows from a change of
 * state begins with {@code ShipmentsMoved}, waits in the outbox, and is owed by {@code Notices} at
 * the next tick.
 */
@NullMarked
@ApplicationModule(
    displayName = "Notice",
    allowedDependencies = {"directory", "dispatch", "evidence", "ledger", "shipment"})
package vn.kt1.gateway.notice;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
