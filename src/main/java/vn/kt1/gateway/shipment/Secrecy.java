package vn.kt1.gateway.shipment;

import org.jspecify.annotations.Nullable;

/** Secrecy degree of what an envelope holds, with the mark stamped outside (NĐ 26/2020). */
public enum Secrecy {
  NONE(null),
  CONFIDENTIAL("C"),
  SECRET("B"),
  TOP_SECRET("A"),
  /** Nobody has said. Treated as if restricted until the sender's side answers. */
  UNSPECIFIED(null);

  private final @Nullable String mark;

  Secrecy(@Nullable String mark) {
    this.mark = mark;
  }

  public @Nullable String mark() {
    return mark;
  }

  public boolean classified() {
    return mark != null;
  }
}
