package vn.kt1.gateway.status;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import vn.kt1.gateway.shipment.PostFile;
import vn.kt1.gateway.shipment.PostFile.Result;
import vn.kt1.gateway.shipment.PostFile.RowFault;

/** The rows of one file of the post, counted by what becomes of each. */
public abstract class PostRows<T> implements PostFile.Taker<T> {

  public int applied;
  public int duplicates;
  int unmapped;
  private int read;
  private final List<RowFault> rejected = new ArrayList<>();
  private final List<RowFault> warnings = new ArrayList<>();

  /** Counts the row, now or before the result. */
  protected abstract void apply(int row, T says);

  @Override
  public final void told(int row, T says) {
    read++;
    apply(row, says);
  }

  @Override
  public final void fault(RowFault fault) {
    read++;
    reject(fault);
  }

  @Override
  public final void warned(RowFault warning) {
    warnings.add(warning);
  }

  /** A row that could be read is not taken. */
  protected final void reject(RowFault fault) {
    rejected.add(fault);
  }

  /** Of the whole file, once it is read. */
  public Result result() {
    List<RowFault> sorted =
        rejected.stream().sorted(Comparator.comparingInt(RowFault::row)).toList();
    return new Result(read, applied, duplicates, unmapped, sorted, List.copyOf(warnings));
  }
}
