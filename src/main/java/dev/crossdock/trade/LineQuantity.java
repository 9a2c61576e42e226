package dev.crossdock.trade;

/**
 * So many of one line of an order.
 *
 * @param quantity 1 to 1 000 000
 */
public record LineQuantity(String lineId, String sku, int quantity) {
  public LineQuantity {
    if (quantity < 1) {
      throw new IllegalArgumentException("a quantity is at least 1, not " + quantity);
    }
  }
}
