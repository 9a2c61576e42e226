package dev.crossdock.view;

import dev.crossdock.flow.Flows;
import dev.crossdock.journal.EventCodec;
import dev.crossdock.order.OrderEvent;
import dev.crossdock.shipment.ShipmentEvent;

/** Reads what is stored of orders and of shipments. */
public record Codecs(EventCodec<OrderEvent> orders, EventCodec<ShipmentEvent> shipments) {
  public static Codecs of(Flows flows) {
    return new Codecs(EventCodec.orders(() -> flows), EventCodec.shipments(() -> flows));
  }
}
