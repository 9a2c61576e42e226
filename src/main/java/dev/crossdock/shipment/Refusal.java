package dev.crossdock.shipment;

/** Why a shipment does not do what it was asked. */
public enum Refusal {
  NO_SUCH_SHIPMENT,
  QUARANTINED
}
