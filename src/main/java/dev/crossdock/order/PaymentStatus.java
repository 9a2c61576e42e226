package dev.crossdock.order;

/** Where the money of an order is. */
public enum PaymentStatus {
  NONE,
  AUTHORIZING,
  AUTHORIZED,
  PARTIALLY_CAPTURED,
  CAPTURED,
  VOIDED,
  PARTIALLY_REFUNDED,
  REFUNDED,
  DECLINED,
  IN_DOUBT,
  EXPIRED
}
