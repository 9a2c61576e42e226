package dev.crossdock.trade;

/**
 * Names an order of one merchant; another merchant's order with the same value is another order.
 *
 * @param merchant 1 to 40 of {@code a-z 0-9 -}
 * @param value {@code ord_} and what makes it unique
 */
public record OrderId(String merchant, String value) {

  /** The name of the order's entity: {@code merchant:value}. */
  public String entityId() {
    return merchant + ":" + value;
  }

  /** Reverses {@link #entityId()}. */
  public static OrderId ofEntity(String entityId) {
    int colon = entityId.indexOf(':');
    return new OrderId(entityId.substring(0, colon), entityId.substring(colon + 1));
  }

  /** The id of this order's shipment with that number, counted from 1: the same each time. */
  public ShipmentId shipment(int number) {
    return new ShipmentId(merchant, "shp_" + value.substring("ord_".length()) + "-" + number);
  }

  @Override
  public String toString() {
    return value;
  }
}
