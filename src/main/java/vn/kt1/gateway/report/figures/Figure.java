package vn.kt1.gateway.report.figures;

import java.util.List;

/** One number of the report: which shipments it counts, and by what it is broken down. */
public interface Figure {

  /** As it stands in the report, and after {@code figure.} in the message files. */
  String key();

  List<Dimension> dims();

  boolean counts(ShipmentTally tally);
}
