package dev.crossdock.view;

import dev.crossdock.flow.Call;
import dev.crossdock.flow.Decision;
import dev.crossdock.flow.Flows;
import dev.crossdock.flow.Report;
import dev.crossdock.flow.SomeFlow;
import dev.crossdock.flow.Step;
import dev.crossdock.order.Directive;
import dev.crossdock.order.Order;
import dev.crossdock.order.OrderCommand;
import dev.crossdock.order.OrderDecider;
import dev.crossdock.order.OrderEvent;
import dev.crossdock.order.OrderEvolver;
import dev.crossdock.order.OrderState;
import dev.crossdock.order.SomeOrder;
import dev.crossdock.partner.Answer;
import dev.crossdock.partner.Outcome;
import dev.crossdock.partner.Scan;
import dev.crossdock.partner.TrackingStatus;
import dev.crossdock.partner.Update;
import dev.crossdock.runtime.Willing;
import dev.crossdock.shipment.Shipment;
import dev.crossdock.shipment.ShipmentCommand;
import dev.crossdock.shipment.ShipmentDecider;
import dev.crossdock.shipment.ShipmentEvent;
import dev.crossdock.shipment.ShipmentEvolver;
import dev.crossdock.shipment.ShipmentState;
import dev.crossdock.trade.OrderId;
import dev.crossdock.trade.ShipmentId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What becomes of one order whose partners say yes to everything, event by event. */
public final class Story {
  public static final Flows FLOWS = new Flows(List.of(SomeFlow.parcel()), List.of());
  private static final Codecs CODECS = Codecs.of(FLOWS);

  private final OrderId id;
  private final List<Told> all = new ArrayList<>();
  private final Map<String, Long> versions = new LinkedHashMap<>();
  private final Map<ShipmentId, ShipmentState> shipments = new LinkedHashMap<>();
  private OrderState order = new OrderState.None();
  private Instant now;

  /** An event as the journal has it. */
  @SuppressWarnings("ArrayRecordComponent") // only written
  public record Told(String persistenceId, long sequenceNumber, Instant at, byte[] stored) {}

  private Story(OrderId id, Instant begin) {
    this.id = id;
    this.now = begin;
  }

  public static OrderId id(int number) {
    return new OrderId("default", "ord_%06d".formatted(number));
  }

  /** Only placed. */
  public static Story placed(OrderId id) {
    return new Story(id, SomeOrder.NOON)
        .tell(new OrderCommand.Place(id, "fp", SomeOrder.anyOrder(), SomeFlow.parcel()));
  }

  /** Up to where only the warehouse or the carrier can go on, by calling back. */
  public static Story told(OrderId id) {
    return placed(id).toTheEnd();
  }

  /** As far as it goes by itself. */
  public Story toTheEnd() {
    while (step()) {
      now = now.plusMillis(100);
    }
    return this;
  }

  /** Nobody answers for a while. */
  public Story later(Duration wait) {
    now = now.plus(wait);
    return this;
  }

  /** The partner of that step, whose call must be due, says no for good; then to the end. */
  public Story refused(Step step) {
    Call call =
        order().dueCalls(now, Set.of()).stream()
            .filter(due -> due.id().step() == step)
            .findFirst()
            .orElseThrow();
    now = now.plusMillis(50);
    var no = new Outcome.Refused("no", "we would rather not");
    tell(new OrderCommand.Reported(new Report(call.id(), step.kind().label(), no, 0.5)));
    return toTheEnd();
  }

  /** The goods leave after an hour, and arrive a day later. */
  public Story delivered() {
    now = now.plus(Duration.ofHours(1));
    for (ShipmentId shipment : List.copyOf(shipments.keySet())) {
      var shipped =
          new Answer.Fulfilling("ful-" + shipment, Answer.FulfillmentStatus.SHIPPED, null);
      tell(
          shipment,
          new ShipmentCommand.Updated("warehouse", new Update.FulfillmentUpdated(shipped)));
    }
    toTheEnd();
    now = now.plus(Duration.ofDays(1));
    for (ShipmentId shipment : List.copyOf(shipments.keySet())) {
      var scan = new Scan("scan-1", TrackingStatus.DELIVERED, now, null, null, null, null);
      var update = new Update.TrackingUpdated("TRK-" + shipment, List.of(scan));
      tell(shipment, new ShipmentCommand.Updated("carrier", update));
    }
    return toTheEnd();
  }

  public Order order() {
    return (Order) order;
  }

  public List<Told> events() {
    return all;
  }

  public long version(String persistenceId) {
    return versions.getOrDefault(persistenceId, 0L);
  }

  public static String orderKey(OrderId id) {
    return Fold.ORDERS + id.entityId();
  }

  public Story cancelled() {
    return tell(new OrderCommand.Cancel("changed my mind", "merchant"));
  }

  /** One call more is answered, or one message more arrives; false when nothing is to be done. */
  private boolean step() {
    Optional<Call> due = order().dueCalls(now, Set.of()).stream().findFirst();
    if (due.isPresent()) {
      tell(new OrderCommand.Reported(report(due.get())));
      return true;
    }
    int before = all.size();
    for (Directive directive : order().directives()) {
      tell(directive.plan().id(), new ShipmentCommand.Direct(directive));
    }
    shipments.forEach(
        (shipmentId, state) -> {
          Optional<Call> call = ((Shipment) state).dueCalls(now, Set.of()).stream().findFirst();
          call.ifPresent(it -> tell(shipmentId, new ShipmentCommand.Reported(report(it))));
        });
    shipments.forEach((shipmentId, state) -> summary(shipmentId, (Shipment) state));
    return all.size() > before;
  }

  private void summary(ShipmentId shipmentId, Shipment shipment) {
    var summary = shipment.summary(version(Fold.SHIPMENTS + shipmentId.entityId()));
    var known =
        order().consignments().stream()
            .filter(c -> c.plan().id().equals(shipmentId))
            .findFirst()
            .orElseThrow()
            .summary();
    if (summary.isNewsAfter(known)) {
      tell(new OrderCommand.ShipmentTells(summary));
    }
  }

  private static Report report(Call call) {
    String partner = call.ask().kind().label();
    return new Report(call.id(), partner, Willing.to(call.ask()), 0.5);
  }

  private Story tell(OrderCommand command) {
    if (OrderDecider.decide(order, command, now)
        instanceof Decision.Accepted<OrderEvent, ?>(List<OrderEvent> events)) {
      for (OrderEvent event : events) {
        order = OrderEvolver.evolve(order, event);
        add(orderKey(id), CODECS.orders().encode(event));
      }
    }
    return this;
  }

  private void tell(ShipmentId shipmentId, ShipmentCommand command) {
    ShipmentState state = shipments.getOrDefault(shipmentId, new ShipmentState.None());
    if (ShipmentDecider.decide(state, command, now)
        instanceof Decision.Accepted<ShipmentEvent, ?>(List<ShipmentEvent> events)) {
      for (ShipmentEvent event : events) {
        state = ShipmentEvolver.evolve(state, event);
        add(Fold.SHIPMENTS + shipmentId.entityId(), CODECS.shipments().encode(event));
      }
      shipments.put(shipmentId, state);
    }
  }

  private void add(String persistenceId, byte[] stored) {
    all.add(new Told(persistenceId, versions.merge(persistenceId, 1L, Long::sum), now, stored));
  }
}
