package dev.crossdock.shipment;

import org.jspecify.annotations.Nullable;

/** What a shipment's entity knows: no shipment yet, one, or a journal it must not trust. */
public sealed interface ShipmentState
    permits ShipmentState.None, Shipment, ShipmentState.Quarantined {

  /** No order has asked for it. */
  record None() implements ShipmentState {}

  /**
   * Its events cannot be read, or do not fit together.
   *
   * @param lastKnown how far it could be read
   */
  record Quarantined(String reason, @Nullable Shipment lastKnown) implements ShipmentState {}
}
