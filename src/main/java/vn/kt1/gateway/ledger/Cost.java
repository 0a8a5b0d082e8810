package vn.kt1.gateway.ledger;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a shipment costs in whole dong, or what is missing to say it. SECURITY: degree data. */
record Cost(@Nullable Long amount, @Nullable Long vat, List<String> missing) {

  Cost {
    missing = List.copyOf(missing);
  }
}
