package vn.kt1.gateway.shipment;

import java.util.Comparator;
import java.util.List;

/** A message the sender must mend. Never redelivered: the same bytes would fail again. */
public class Rejected extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final transient List<Fault> faults;

  public Rejected(List<Fault> faults) {
    // Codes only: an exception's message ends in logs.
    super(faults.stream().map(fault -> fault.code().text()).distinct().toList().toString());
    this.faults = List.copyOf(faults);
  }

  public Rejected(Fault fault) {
    this(List.of(fault));
  }

  public List<Fault> faults() {
    return faults;
  }

  /** The gravest of the codes. */
  public Fault.Code code() {
    return faults.stream().map(Fault::code).min(Comparator.naturalOrder()).orElseThrow();
  }
}
