package dev.crossdock.order;

import dev.crossdock.flow.Flow;
import dev.crossdock.trade.Address;
import dev.crossdock.trade.Money;
import dev.crossdock.trade.OrderId;
import dev.crossdock.trade.Weight;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Orders for tests. */
public final class SomeOrder {
  public static final OrderId ID = new OrderId("default", "ord_1");
  public static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

  private SomeOrder() {}

  /** Two of a thing at 10.00 EUR, 5.00 for shipping, no tax: 25.00 in all. */
  public static OrderContent anyOrder() {
    return anOrderOf(line("1", 2, "10.00"));
  }

  public static OrderContent anOrderOf(OrderLine... lines) {
    return anOrderOf(new ShippingTerms(Money.of("5", "EUR"), null, null), null, lines);
  }

  /** As {@link #anyOrder()}, nothing of it begun before. */
  public static OrderContent anOrderFor(Instant releaseAt) {
    return anOrderOf(
        new ShippingTerms(Money.of("5", "EUR"), null, null), releaseAt, line("1", 2, "10.00"));
  }

  public static OrderContent anOrderOf(
      ShippingTerms shipping, @Nullable Instant releaseAt, OrderLine... lines) {
    var currency = lines[0].unitPrice().currency();
    return new OrderContent(
        "R-1",
        new Customer("cus-1", "Ada", "ada@example.org", null),
        List.of(lines),
        home(),
        shipping,
        Money.zero(currency),
        Money.zero(currency),
        "tok_visa",
        OrderContent.Priority.NORMAL,
        releaseAt,
        Map.of());
  }

  /** As {@link #anyOrder()}, of a customer that cannot be told anything. */
  public static OrderContent anOrderOfNobodyToTell() {
    OrderContent c = anyOrder();
    return new OrderContent(
        c.reference(),
        new Customer("cus-1", "Ada", null, null),
        c.lines(),
        c.shipTo(),
        c.shipping(),
        c.tax(),
        c.discount(),
        c.paymentMethod(),
        c.priority(),
        c.releaseAt(),
        c.metadata());
  }

  /** As {@link #anyOrder()}, all of it for nothing. */
  public static OrderContent aFreeOrder() {
    return anOrderOf(
        new ShippingTerms(Money.of("0", "EUR"), null, null), null, line("1", 2, "0.00"));
  }

  /** A line of pieces of 500 g, priced in EUR. */
  public static OrderLine line(String lineId, int quantity, String unitPrice) {
    return new OrderLine(
        lineId,
        "SKU-" + lineId,
        null,
        quantity,
        Money.of(unitPrice, "EUR"),
        Weight.grams(500),
        null,
        null,
        null);
  }

  public static Address home() {
    return new Address(
        "Ada Lovelace",
        null,
        "Hauptstrasse 1",
        null,
        "Berlin",
        null,
        "10115",
        "DE",
        "+4930123456",
        "ada@example.org",
        true);
  }

  public static OrderCommand.Place place(OrderContent content, Flow flow) {
    return new OrderCommand.Place(ID, "fp-1", content, flow);
  }
}
