package dev.crossdock.trade;

/**
 * Names a shipment of one merchant.
 *
 * @param merchant 1 to 40 of {@code a-z 0-9 -}
 * @param value {@code shp_} and what makes it unique
 */
public record ShipmentId(String merchant, String value) {

  /** The name of the shipment's entity: {@code merchant:value}. */
  public String entityId() {
    return merchant + ":" + value;
  }

  /** Reverses {@link #entityId()}. */
  public static ShipmentId ofEntity(String entityId) {
    int colon = entityId.indexOf(':');
    return new ShipmentId(entityId.substring(0, colon), entityId.substring(colon + 1));
  }

  /** The order whose shipment this is: reverses {@link OrderId#shipment}. */
  public OrderId order() {
    return new OrderId(merchant, "ord_" + value.substring("shp_".length(), value.lastIndexOf('-')));
  }

  @Override
  public String toString() {
    return value;
  }
}
