package vn.kt1.gateway.report.figures;

import java.util.Locale;

/** By what a figure is broken down: columns of {@code report_fact} and of {@code incident}. */
public enum Dimension {
  SECRECY,
  URGENCY,
  NETWORK,
  SERVICE,
  ZONE,
  KIND,
  MONTH,
  UNIT;

  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** SECURITY: what tells the degree of a shipment, or that it was classified. */
  public boolean tellsDegree() {
    return this == SECRECY || this == SERVICE;
  }
}
