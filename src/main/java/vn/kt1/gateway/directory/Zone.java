package vn.kt1.gateway.directory;

/** How far an envelope travels, as price tables and transit times count it. */
public enum Zone {
  /** Nội thành: both units lie in the inner city. */
  WITHIN_CITY,
  /** Nội tỉnh: both units lie in one province. */
  WITHIN_PROVINCE,
  /** Nội vùng: the provinces lie in one region. */
  WITHIN_REGION,
  /** Liên tỉnh. */
  BETWEEN_PROVINCES
}
