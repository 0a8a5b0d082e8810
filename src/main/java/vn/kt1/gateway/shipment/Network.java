package vn.kt1.gateway.shipment;

/** How an envelope travels; in the order the policy prefers where several remain. */
public enum Network {
  KT1,
  PUBLIC_POST,
  HAND,
  CIPHER
}
