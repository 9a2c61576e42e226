package dev.crossdock.shipment.simulation;

import static dev.crossdock.order.ShipmentStatus.ACTION_REQUIRED;

import dev.crossdock.flow.LedgerEntry;
import dev.crossdock.flow.Step;
import dev.crossdock.flow.StepState;
import dev.crossdock.flow.Work;
import dev.crossdock.order.Hold;
import dev.crossdock.order.Order;
import dev.crossdock.order.OrderState;
import dev.crossdock.order.OrderStatus;
import dev.crossdock.order.ShipmentStatus;
import dev.crossdock.partner.TrackingStatus;
import dev.crossdock.shipment.Shipment;
import dev.crossdock.shipment.ShipmentState;
import dev.crossdock.trade.Money;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Knows what must be true, whatever has happened. */
final class Oracle {
  private final World world;

  Oracle(World world) {
    this.world = world;
  }

  /** After every write of the order. */
  void checkOrder(OrderState before, OrderState after) {
    Order order = (Order) after;
    order.content().lines().forEach(order::quantities);
    must(!order.captured().exceeds(order.content().total()), "captured too much", order);
    if (before instanceof Order earlier && earlier.status().isTerminal()) {
      must(order.status() == earlier.status(), "an end is an end: " + earlier.status(), order);
    }
  }

  /** After every write of a shipment. */
  void checkShipment(ShipmentState before, ShipmentState after) {
    if (before instanceof Shipment earlier) {
      ShipmentStatus was = earlier.status();
      ShipmentStatus is = ((Shipment) after).status();
      boolean packed = is.isPacked() || is == ShipmentStatus.COMPLETED;
      boolean left = is.isShipped() || is == ShipmentStatus.COMPLETED;
      must(!was.isOver() || is == was, was + " is an end", after);
      must(!was.isShipped() || left, "what is shipped stays shipped", after);
      must(!was.isPacked() || packed || is == ACTION_REQUIRED, was + " is packed", after);
    }
  }

  /** Once nothing happens any more. */
  void checkTheEnd() {
    Order order = order();
    must(world.order().replayed().equals(order), "replay of the order differs", order);
    world
        .shipments()
        .forEach(s -> must(s.replayed().equals(s.state()), "replay differs", s.state()));
    must(world.partners().redone() == 0, "asked again without doubt", order);
    checkRest(order);
    checkNoOrphans(order);
    if (order.status().isTerminal() && order.status() != OrderStatus.CLOSED) {
      checkNothingIsLeft(order);
    } else {
      shipments().filter(Oracle::went).forEach(this::checkShipped);
    }
    if (order.status() == OrderStatus.CLOSED) {
      checkMoney(order);
      Stream.concat(Stream.of(order.work()), shipments().map(Shipment::work))
          .forEach(work -> must(work.ledger().heldBy().isEmpty(), "closed, and holds", work));
    }
  }

  private static boolean went(Shipment s) {
    return s.status().isShipped() || s.status() == ShipmentStatus.COMPLETED;
  }

  private void checkRest(Order order) {
    OrderStatus status = order.status();
    boolean rests =
        switch (status) {
          case CLOSED -> true;
          case CANCELLED, REJECTED, FAILED -> true;
          case ACTION_REQUIRED -> hasFailed(order);
          case VALIDATING, CONFIRMED -> !order.holds().isEmpty();
          case RELEASED, PARTIALLY_SHIPPED, SHIPPED, PARTIALLY_DELIVERED -> waits(order);
          case SCHEDULED, RECEIVED, DELIVERED, CANCELLING, COMPENSATING, QUARANTINED -> false;
        };
    must(rests, "rests as " + status, order);
    if (world.merchant().hasCancelled() && status != OrderStatus.CANCELLED) {
      must(order.cancellationRefused() != null, "a cancellation without effect", order);
    }
  }

  private boolean hasFailed(Order order) {
    return Stream.concat(Stream.of(order.work()), shipments().map(Shipment::work))
        .flatMap(work -> work.steps().runs().values().stream())
        .anyMatch(run -> run.state() == StepState.FAILED);
  }

  /** For a hold, or for a parcel that was lost. */
  private boolean waits(Order order) {
    return !order.holds().isEmpty()
        || shipments().anyMatch(s -> s.tracking().status() == TrackingStatus.FAILURE);
  }

  /** What partners hold for somebody, somebody knows of. */
  private void checkNoOrphans(Order order) {
    Set<String> known =
        Stream.concat(Stream.of(order.work()), shipments().map(Shipment::work))
            .flatMap(Oracle::ours)
            .collect(Collectors.toSet());
    Partners partners = world.partners();
    mustBeKnown(known, partners.stockroom().kept(), order);
    mustBeKnown(known, partners.bank().open(), order);
    mustBeKnown(known, refs(partners.carriers().standing()), order);
    partners.warehouse().open().forEach(f -> mustBeKnown(known, Set.of(f.ref()), order));
  }

  private static Stream<String> ours(Work work) {
    return work.ledger().entries().stream()
        .filter(e -> e.state() != LedgerEntry.State.RELEASED)
        .map(LedgerEntry::ref);
  }

  private static Set<String> refs(List<Carriers.Booking> bookings) {
    return bookings.stream().map(Carriers.Booking::ref).collect(Collectors.toSet());
  }

  private void mustBeKnown(Set<String> known, Set<String> theirs, Order order) {
    must(known.containsAll(theirs), "orphans among " + theirs + ", known " + known, order);
  }

  private void checkNothingIsLeft(Order order) {
    Partners partners = world.partners();
    must(partners.stockroom().kept().isEmpty(), "still reserved", order);
    must(partners.bank().open().isEmpty(), "still authorized", order);
    must(partners.bank().captures() == 0, "captured", order);
    must(partners.warehouse().open().isEmpty(), "still with the warehouse", order);
    must(
        partners.carriers().standing().stream().allMatch(Carriers.Booking::isKept),
        "booked",
        order);
  }

  private void checkShipped(Shipment s) {
    long fulfilled =
        world.partners().warehouse().open().stream()
            .filter(f -> f.isShipped() && f.shipment().equals(s.id().value()))
            .count();
    long booked =
        world.partners().carriers().standing().stream()
            .filter(b -> b.shipment().equals(s.id().value()))
            .count();
    boolean hasWarehouse = world.merchant().flow().has(Step.RELEASE_FULFILLMENT);
    must(fulfilled == (hasWarehouse ? 1 : 0), fulfilled + " fulfillments", s);
    must(booked == 1, booked + " bookings", s);
    boolean isHeld = s.isBlocked(Hold.Block.CAPTURE);
    must(isHeld || s.captured().equals(due(s)), "captured " + s.captured(), s);
  }

  /** What is to be paid for it. */
  private Money due(Shipment s) {
    boolean isPaid = world.merchant().flow().has(Step.CAPTURE_PAYMENT);
    return isPaid ? s.plan().amount() : Money.zero(s.plan().amount().currency());
  }

  private void checkMoney(Order order) {
    Money zero = Money.zero(order.currency());
    Money went = shipments().filter(Oracle::went).map(this::due).reduce(zero, Money::plus);
    Money taken = world.partners().bank().taken().orElse(zero);
    must(taken.equals(went), "the bank took " + taken + " for " + went, order);
    must(order.captured().equals(went), "the order thinks otherwise", order);
    boolean whole = shipments().allMatch(Oracle::went);
    Money shares = shipments().map(s -> s.plan().amount()).reduce(zero, Money::plus);
    must(!whole || shares.equals(order.content().total()), "shares are not the total", order);
  }

  private Order order() {
    if (world.order().state() instanceof Order order) {
      return order;
    }
    throw new AssertionError("no order at the end: " + world.order().state());
  }

  private Stream<Shipment> shipments() {
    return world.shipments().stream().map(Shell::state).map(Shipment.class::cast);
  }

  private static void must(boolean holds, String otherwise, Object who) {
    if (!holds) {
      throw new AssertionError(otherwise + "\n" + who);
    }
  }
}
