package dev.crossdock.webhook;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a merchant may be told of. */
public enum EventType {
  ORDER_RECEIVED,
  ORDER_CONFIRMED,
  ORDER_RELEASED,
  ORDER_PARTIALLY_SHIPPED,
  ORDER_SHIPPED,
  ORDER_PARTIALLY_DELIVERED,
  ORDER_DELIVERED,
  ORDER_CLOSED,
  ORDER_ACTION_REQUIRED,
  ORDER_CANCELLING,
  ORDER_CANCELLED,
  ORDER_CANCELLATION_REFUSED,
  ORDER_COMPENSATING,
  ORDER_REJECTED,
  ORDER_FAILED,
  ORDER_QUARANTINED,
  ORDER_HOLD_PLACED,
  ORDER_HOLD_RELEASED,
  SHIPMENT_BOOKED,
  SHIPMENT_RELEASED,
  SHIPMENT_PICKED,
  SHIPMENT_PACKED,
  SHIPMENT_SHIPPED,
  SHIPMENT_DELIVERED,
  SHIPMENT_COMPLETED,
  SHIPMENT_ACTION_REQUIRED,
  SHIPMENT_CANCELLED,
  SHIPMENT_QUARANTINED,
  SHIPMENT_TRACKING_UPDATED;

  /** The name on the wire: what it is about, a dot, what happened. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replaceFirst("_", ".");
  }

  public static Optional<EventType> ofLabel(String label) {
    return Arrays.stream(values()).filter(type -> type.label().equals(label)).findFirst();
  }
}
