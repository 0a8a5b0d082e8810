/**
 * The doors: HTTP and SFTP. What comes in is stripped to what the gateway may know, what goes out
 * is written in the words of the contract. The only package that touches Camel's exchange.
 */
@NullMarked
@ApplicationModule(
    displayName = "Door",
    allowedDependencies = {
      "shipment",
      "directory",
      "access",
      "evidence",
      "inspection",
      "logbook",
      "slip",
      "ledger :: shipments",
      "report :: reports",
      "statistics :: figures"
    })
package vn.kt1.gateway.door;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
