package vn.kt1.gateway.transit;

/** Why the transit time of a shipment does not count (TT 16/2017/TT-BTTTT Đ.4(4), superseded). */
public enum Exclusion {
  /** Bất khả kháng. */
  FORCE_MAJEURE,
  /** Khu vực có địa hình đặc biệt. */
  SPECIAL_AREA
}
