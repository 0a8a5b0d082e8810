package vn.kt1.gateway.reconciliation;

/** What does not fit together. Each may concern an ordinary shipment, so none tells a degree. */
public enum DifferenceKind {
  NOT_ORDERED,
  ORDER_UNANSWERED,
  NOT_DELIVERED,
  DELIVERED_WITHOUT_ACCEPTANCE,
  NOT_CONFIRMED,
  CONFIRMED_NOT_DELIVERED,
  PROBLEM_FOUND,
  CONFIRMED_AFTER_LOSS,
  ACCEPTED_BUT_CANCELLED,
  WEIGHT_DIFFERS,
  ITEM_CODE_TWICE,
  /** In the post's list of a month, and no shipment of ours. */
  ONLY_POST,
  /** Accepted in that month, and not in the post's list. */
  ONLY_GATEWAY,
  /** The post's list names another shipment for the item than the gateway. */
  LISTED_SHIPMENT_DIFFERS,
  /** Another time than ours, or a time where the gateway knows none. */
  ACCEPTED_AT_DIFFERS,
  DELIVERED_AT_DIFFERS,
  LISTED_WEIGHT_DIFFERS,
  LISTED_TWICE
}
