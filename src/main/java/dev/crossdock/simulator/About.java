package dev.crossdock.simulator;

import org.jspecify.annotations.Nullable;

/** The order and the shipment that an effect is for, as far as the request told. */
record About(@Nullable String orderId, @Nullable String shipmentId) {

  static About order(String orderId) {
    return new About(orderId, null);
  }
}
