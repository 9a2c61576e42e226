package dev.crossdock.order;

import dev.crossdock.trade.Address;
import dev.crossdock.trade.Money;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the merchant ordered, as it was said.
 *
 * @param reference the merchant's own name for it
 * @param lines 1 to 1000
 * @param paymentMethod the merchant's token for the means of payment
 * @param releaseAt nothing is begun before
 */
public record OrderContent(
    String reference,
    Customer customer,
    List<OrderLine> lines,
    Address shipTo,
    ShippingTerms shipping,
    Money tax,
    Money discount,
    String paymentMethod,
    Priority priority,
    @Nullable Instant releaseAt,
    Map<String, String> metadata) {

  /** How urgent it is. */
  public enum Priority {
    LOW,
    NORMAL,
    HIGH
  }

  /**
   * @throws IllegalArgumentException when there is no line, currencies differ, or the total would
   *     be negative
   */
  public OrderContent {
    lines = List.copyOf(lines);
    metadata = Map.copyOf(metadata);
    if (lines.isEmpty()) {
      throw new IllegalArgumentException("an order has at least one line");
    }
    if (total(lines, shipping, tax, discount).isNegative()) {
      throw new IllegalArgumentException("the discount is more than there is to pay");
    }
  }

  /** Sum of the lines and shipping and tax, less the discount. */
  public Money total() {
    return total(lines, shipping, tax, discount);
  }

  private static Money total(
      List<OrderLine> lines, ShippingTerms shipping, Money tax, Money discount) {
    Money goods = lines.stream().map(OrderLine::price).reduce(Money::plus).orElseThrow();
    return goods.plus(shipping.price()).plus(tax).minus(discount);
  }
}
