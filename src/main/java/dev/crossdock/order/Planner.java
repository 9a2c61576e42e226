package dev.crossdock.order;

import dev.crossdock.flow.Step;
import dev.crossdock.partner.Answer.Allocation;
import dev.crossdock.trade.LineQuantity;
import dev.crossdock.trade.Location;
import dev.crossdock.trade.Money;
import dev.crossdock.trade.Weight;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Plans the shipments of an order: one for each location that its stock is reserved at. */
final class Planner {
  /** Assumed of a piece whose weight the merchant does not say; carriers rate by weight. */
  private static final Weight UNKNOWN_WEIGHT = Weight.grams(1000);

  private final Order order;
  private final Map<String, OrderLine> lines;

  private Planner(Order order) {
    this.order = order;
    this.lines =
        order.content().lines().stream()
            .collect(Collectors.toMap(OrderLine::lineId, Function.identity()));
  }

  /** The plans, none if the flow has no shipment. */
  static List<ShipmentPlan> plans(Order order) {
    return order.flow().has(Step.QUOTE_RATES) ? new Planner(order).plans() : List.of();
  }

  private List<ShipmentPlan> plans() {
    Map<Location, List<Allocation>> byLocation = new LinkedHashMap<>();
    for (Allocation allocation : order.facts().allocations()) {
      byLocation.computeIfAbsent(allocation.location(), any -> new ArrayList<>()).add(allocation);
    }
    List<Money> worth = new ArrayList<>(byLocation.values().stream().map(this::worth).toList());
    worth.add(worthOfTheRest(worth));
    List<Money> shares = Shares.of(order.content().total(), worth);
    List<ShipmentPlan> plans = new ArrayList<>();
    byLocation.forEach(
        (location, here) ->
            plans.add(plan(plans.size() + 1, location, here, shares.get(plans.size()))));
    return plans;
  }

  /** Lines that nothing is reserved of are paid for by nobody's shipment. */
  private Money worthOfTheRest(List<Money> worth) {
    Money all =
        order.content().lines().stream().map(OrderLine::price).reduce(Money::plus).orElseThrow();
    return worth.stream().reduce(all, Money::minus);
  }

  private ShipmentPlan plan(int number, Location from, List<Allocation> here, Money share) {
    OrderContent content = order.content();
    var authorized = order.facts().authorized();
    return new ShipmentPlan(
        order.id().shipment(number),
        order.id(),
        order.flow(),
        content.reference(),
        from,
        order.shipTo(),
        here.stream().map(a -> new LineQuantity(a.lineId(), sku(a), a.quantity())).toList(),
        weight(here),
        share,
        authorized == null ? null : authorized.authorizationId(),
        content.shipping().deliverBy(),
        content.shipping().maxCost(),
        content.customer().contact());
  }

  private String sku(Allocation allocation) {
    return line(allocation).sku();
  }

  private Money worth(List<Allocation> here) {
    return here.stream()
        .map(a -> line(a).unitPrice().times(a.quantity()))
        .reduce(Money::plus)
        .orElseThrow();
  }

  private Weight weight(List<Allocation> here) {
    BigDecimal grams =
        here.stream()
            .map(a -> grams(line(a)).multiply(BigDecimal.valueOf(a.quantity())))
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    return new Weight(grams, Weight.Unit.GRM);
  }

  private static BigDecimal grams(OrderLine line) {
    Weight weight = line.weight() == null ? UNKNOWN_WEIGHT : line.weight();
    return weight.inGrams();
  }

  private OrderLine line(Allocation allocation) {
    OrderLine line = lines.get(allocation.lineId());
    if (line == null) {
      throw new IllegalStateException("nobody ordered line " + allocation.lineId());
    }
    return line;
  }
}
