package vn.kt1.gateway.status;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.kt1.gateway.shipment.Fault.Code;
import vn.kt1.gateway.shipment.PostFile.Result;
import vn.kt1.gateway.shipment.PostFile.RowFault;

/** Counts the rows of a status file, each by the best that became of what it told. */
final class StatusCounts {

  /**
   * What became of an event; {@code UNKNOWN} waits for its item, {@code EARLIER} is about whoever
   * had the item code before.
   */
  enum Effect {
    APPLIED,
    UNMAPPED,
    DUPLICATE,
    UNKNOWN,
    EARLIER
  }

  private final List<RowFault> faults = new ArrayList<>();
  private final List<RowFault> warnings = new ArrayList<>();
  private final PostFiles.Counts counts = new PostFiles.Counts();
  private int read;

  /**
   * @param effects one an event of the batch, in their order
   */
  void add(StatusBatch batch, List<Effect> effects) {
    int from = 0;
    for (StatusBatch.Row row : batch.rows()) {
      int to = from + row.events();
      String item = to > from ? batch.events().get(from).itemCode().raw() : null;
      count(row.number(), item, effects.subList(from, to));
      from = to;
    }
    faults.addAll(batch.faults());
    warnings.addAll(batch.warnings());
    read += batch.rows().size() + batch.faults().size();
  }

  /** A row that tells nothing is one we know all of already. */
  private void count(int row, @Nullable String item, List<Effect> effects) {
    if (effects.contains(Effect.APPLIED)) {
      counts.applied++;
    } else if (effects.contains(Effect.UNKNOWN)) {
      faults.add(RowFault.of(row, Code.UNKNOWN_ITEM, "kept", item));
    } else if (effects.contains(Effect.EARLIER)) {
      faults.add(RowFault.of(row, Code.UNKNOWN_ITEM, "earlier", item));
    } else if (effects.contains(Effect.UNMAPPED)) {
      counts.unmapped++;
    } else {
      counts.duplicates++;
    }
  }

  Result result() {
    return PostFiles.result(read, counts, faults, warnings);
  }
}
