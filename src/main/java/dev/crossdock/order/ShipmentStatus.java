package dev.crossdock.order;

/** Where a shipment is in its life; the order hears of every change. */
public enum ShipmentStatus {
  PLANNED,
  RATED,
  BOOKED,
  RELEASED,
  PICKED,
  PACKED,
  SHIPPED,
  DELIVERED,
  /** Done, in a flow that goes no further. */
  COMPLETED,
  ACTION_REQUIRED,
  CANCELLING,
  CANCELLED,
  QUARANTINED;

  /** Whether the warehouse has begun with it. */
  public boolean isReleased() {
    return this == RELEASED || this == PICKED || isPacked();
  }

  /** Whether it cannot be called back any more. */
  public boolean isPacked() {
    return this == PACKED || isShipped();
  }

  public boolean isShipped() {
    return this == SHIPPED || this == DELIVERED;
  }

  /** Whether nothing more happens to it. */
  public boolean isOver() {
    return this == DELIVERED || this == COMPLETED || this == CANCELLED;
  }
}
