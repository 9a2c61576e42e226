package dev.crossdock.shipment;

import dev.crossdock.partner.Answer.FulfillmentStatus;
import dev.crossdock.partner.TrackingStatus;

/** Shipments for the tests of others, as far as their names say. */
public final class SomeShipment {
  private SomeShipment() {}

  public static Shipment planned() {
    return PlayedShipment.opened().shipment();
  }

  public static Shipment booked() {
    return PlayedShipment.booked().shipment();
  }

  public static Shipment released() {
    return PlayedShipment.released().shipment();
  }

  public static Shipment packed() {
    return PlayedShipment.released().warehouseTells(FulfillmentStatus.PACKED).shipment();
  }

  public static Shipment shipped() {
    return PlayedShipment.shipped().shipment();
  }

  /** Shipped, and the carrier has told of this. */
  public static Shipment scanned(TrackingStatus status) {
    return PlayedShipment.shipped().scanned(status).shipment();
  }
}
