package vn.kt1.gateway.transit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.kt1.gateway.directory.TransitTable;

/** When a shipment is due, and by which table; neither where nobody has promised a time. */
record Due(@Nullable Instant at, @Nullable TransitTable by) {

  static final Due NEVER = new Due(null, null);
}
