package dev.crossdock.replay;

import dev.crossdock.flow.LedgerEntry;
import dev.crossdock.flow.StepRun;
import dev.crossdock.flow.Work;
import dev.crossdock.order.Consignment;
import dev.crossdock.order.LineQuantities;
import dev.crossdock.order.Order;
import dev.crossdock.order.OrderState;
import dev.crossdock.order.ShipmentSummary;
import dev.crossdock.shipment.Shipment;
import dev.crossdock.shipment.ShipmentState;
import dev.crossdock.trade.Address;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a person would want to know of an order or a shipment, as names and texts. */
final class Portrait {
  private static final String STATUS = "status";
  private final Map<String, String> all = new TreeMap<>();

  private Portrait() {}

  static Map<String, String> of(OrderState state) {
    Portrait portrait = new Portrait();
    switch (state) {
      case OrderState.None none -> {}
      case Order order -> portrait.add(order);
      case OrderState.Quarantined q -> {
        if (q.lastKnown() != null) {
          portrait.add(q.lastKnown());
        }
        portrait.put(STATUS, "QUARANTINED: " + q.reason());
      }
    }
    return portrait.all;
  }

  static Map<String, String> of(ShipmentState state) {
    Portrait portrait = new Portrait();
    switch (state) {
      case ShipmentState.None none -> {}
      case Shipment shipment -> portrait.add(shipment);
      case ShipmentState.Quarantined q -> {
        if (q.lastKnown() != null) {
          portrait.add(q.lastKnown());
        }
        portrait.put(STATUS, "QUARANTINED: " + q.reason());
      }
    }
    return portrait.all;
  }

  private void add(Order order) {
    put(STATUS, order.status());
    put("payment", order.paymentStatus());
    put("flow", order.flow().name() + " " + order.flow().version());
    put("total", order.content().total());
    put("ship to", text(order.shipTo()));
    add(order.work());
    order.holds().forEach(h -> put("hold " + h.holdId(), h.reason() + " by " + h.by()));
    order.content().lines().forEach(l -> put("line " + l.lineId(), text(order.quantities(l))));
    order.consignments().forEach(this::add);
    if (order.ending() != null) {
      put("to end as", order.ending().target() + ": " + order.ending().detail());
    }
    put("cancellation refused", order.cancellationRefused());
  }

  private void add(Consignment consignment) {
    ShipmentSummary told = consignment.summary();
    String text =
        Stream.of(told.status(), told.carrier(), told.trackingCode(), told.trackingStatus())
            .filter(Objects::nonNull)
            .map(Object::toString)
            .collect(Collectors.joining(" "));
    put("shipment " + told.id(), told.captured().isZero() ? text : text + " " + told.captured());
  }

  private void add(Shipment shipment) {
    put(STATUS, shipment.status());
    put("from", shipment.plan().from().code());
    shipment.candidate().ifPresent(r -> put("rate", r.carrier() + " " + r.service()));
    shipment.candidate().ifPresent(r -> put("price", r.price()));
    put("tracking code", shipment.trackingCode());
    put("tracking", shipment.tracking().status());
    put("warehouse", shipment.fulfillment());
    if (!shipment.blocks().isEmpty()) {
      put("blocked", shipment.blocks().stream().sorted().toList());
    }
    add(shipment.work());
    put("recall refused", shipment.recallRefused());
  }

  private void add(Work work) {
    work.steps()
        .runs()
        .forEach(
            (step, run) -> {
              put("step " + step.label(), text(run));
              put("revision of " + step.label(), run.revision() == 1 ? null : run.revision());
            });
    work.notices()
        .runs()
        .forEach((m, run) -> put("notice " + m.name().toLowerCase(Locale.ROOT), text(run)));
    for (LedgerEntry entry : work.ledger().entries()) {
      put(
          entry.kind().name().toLowerCase(Locale.ROOT) + " " + entry.ref(),
          entry.state() + " at " + entry.partner());
    }
  }

  private static String text(StepRun run) {
    String tries = run.attempts() == 0 ? "" : " after " + run.attempts() + " tries";
    return run.state() + tries + (run.trouble() == null ? "" : ": " + run.trouble());
  }

  private static String text(LineQuantities q) {
    Map<String, Integer> places =
        Map.of(
            "open", q.open(),
            "allocated", q.allocated(),
            "backordered", q.backordered(),
            "released", q.released(),
            "shipped", q.shipped(),
            "delivered", q.delivered(),
            "cancelled", q.cancelled());
    return places.entrySet().stream()
        .filter(place -> place.getValue() > 0)
        .sorted(Map.Entry.comparingByKey())
        .map(place -> place.getValue() + " " + place.getKey())
        .collect(Collectors.joining(", "));
  }

  private static String text(Address address) {
    List<@Nullable String> parts =
        java.util.Arrays.asList(
            address.street1(), address.postalCode(), address.city(), address.countryCode());
    return parts.stream().filter(Objects::nonNull).collect(Collectors.joining(", "));
  }

  private void put(String name, @Nullable Object value) {
    if (value != null) {
      all.put(name, value.toString());
    }
  }
}
