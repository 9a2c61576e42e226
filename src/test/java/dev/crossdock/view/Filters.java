package dev.crossdock.view;

import dev.crossdock.order.OrderStatus;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Filters over {@link ManyOrders}, put together part by part. */
record Filters(
    Set<OrderStatus> statuses,
    @Nullable String reference,
    @Nullable String customerId,
    @Nullable String hold,
    @Nullable String step,
    @Nullable String partner,
    @Nullable Instant from,
    @Nullable Instant before) {

  static Filters any() {
    return new Filters(Set.of(), null, null, null, null, null, null, null);
  }

  Filters status(OrderStatus... some) {
    Set<OrderStatus> all = EnumSet.noneOf(OrderStatus.class);
    all.addAll(Arrays.asList(some));
    return new Filters(all, reference, customerId, hold, step, partner, from, before);
  }

  Filters reference(String one) {
    return new Filters(statuses, one, customerId, hold, step, partner, from, before);
  }

  Filters customer(String one) {
    return new Filters(statuses, reference, one, hold, step, partner, from, before);
  }

  Filters hold(String one) {
    return new Filters(statuses, reference, customerId, one, step, partner, from, before);
  }

  Filters step(String one) {
    return new Filters(statuses, reference, customerId, hold, one, partner, from, before);
  }

  Filters partner(String one) {
    return new Filters(statuses, reference, customerId, hold, step, one, from, before);
  }

  Filters created(Instant first, Instant end) {
    return new Filters(statuses, reference, customerId, hold, step, partner, first, end);
  }

  OrderFilter filter() {
    return new OrderFilter(statuses, reference, customerId, hold, step, partner, from, before);
  }

  /** One of each kind, and combinations of them, the bad ones among them. */
  static Map<String, OrderFilter> all(Instant middle) {
    Map<String, OrderFilter> all = new LinkedHashMap<>();
    Filters any = any();
    all.put("none", any.filter());
    all.put("created", any.created(middle.minusSeconds(3600), middle).filter());
    all.put("status", any.status(OrderStatus.DELIVERED).filter());
    all.put("status, rare", any.status(OrderStatus.ACTION_REQUIRED).filter());
    all.put(
        "3 statuses",
        any.status(OrderStatus.DELIVERED, OrderStatus.CONFIRMED, OrderStatus.FAILED).filter());
    all.put("reference", any.reference("PO-77").filter());
    all.put("customerId", any.customer("cus_77").filter());
    all.put("customerId, large", any.customer("cus_big").filter());
    all.put("hold", any.hold("DUPLICATE_SUSPECTED").filter());
    all.put("step", any.step("track").filter());
    all.put("partner", any.partner("carrier-a").filter());
    all.put("step, partner", any.step("track").partner("carrier-a").filter());
    all.put("partner, hold", any.partner("payment").hold("DUPLICATE_SUSPECTED").filter());
    all.put("customerId, status", any.customer("cus_77").status(OrderStatus.DELIVERED).filter());
    all.put(
        "large customerId, status, rare",
        any.customer("cus_big").status(OrderStatus.CANCELLED).filter());
    all.put(
        "large customerId, status, never both",
        any.customer("cus_big").status(OrderStatus.CONFIRMED).filter());
    all.put(
        "status, step, created",
        any.status(OrderStatus.CONFIRMED)
            .step("authorize-payment")
            .created(middle.minusSeconds(360_000), middle)
            .filter());
    return all;
  }
}
