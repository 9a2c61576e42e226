package dev.crossdock.simulator;

/** What a partner may hold or have done because a call asked for it. */
public enum EffectKind {
  RESERVATION,
  AUTHORIZATION,
  CAPTURE,
  REFUND,
  BOOKING,
  FULFILLMENT,
  NOTIFICATION,
  /** The scans of one tracking code: what the carrier does by itself, so not in the ledger. */
  TRACKING
}
