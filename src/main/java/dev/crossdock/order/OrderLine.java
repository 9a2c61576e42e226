package dev.crossdock.order;

import dev.crossdock.trade.Money;
import dev.crossdock.trade.Weight;
import org.jspecify.annotations.Nullable;

/**
 * One thing that was ordered.
 *
 * @param lineId unique in the order
 * @param quantity 1 to 1 000 000
 * @param weight of one piece
 * @param gtin GTIN-8, -12, -13 or -14 with a right check digit
 * @param originCountry ISO 3166-1 alpha-2
 */
public record OrderLine(
    String lineId,
    String sku,
    @Nullable String description,
    int quantity,
    Money unitPrice,
    @Nullable Weight weight,
    @Nullable String gtin,
    @Nullable String hsCode,
    @Nullable String originCountry) {

  public Money price() {
    return unitPrice.times(quantity);
  }
}
