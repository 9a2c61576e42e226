package dev.crossdock.order;

/** Why an order does not do what it was asked. */
public enum Refusal {
  NO_SUCH_ORDER,
  /** Another order was placed under the key. */
  KEY_REUSED,
  /** Packed or further: it cannot be cancelled any more. */
  POINT_OF_NO_RETURN,
  ALREADY_TERMINAL,
  QUARANTINED
}
