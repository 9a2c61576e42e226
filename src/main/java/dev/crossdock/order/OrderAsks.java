package dev.crossdock.order;

import dev.crossdock.flow.Asks;
import dev.crossdock.flow.LedgerEntry;
import dev.crossdock.flow.Milestone;
import dev.crossdock.flow.Step;
import dev.crossdock.partner.Ask;
import dev.crossdock.trade.LineQuantity;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What an order has to say to its partners. */
record OrderAsks(Order order) implements Asks {

  @Override
  public String id() {
    return order.id().value();
  }

  /** The day it is to be delivered, else the moment it came: the oldest order goes first. */
  @Override
  public Instant promise() {
    var deliverBy = order.content().shipping().deliverBy();
    return deliverBy == null
        ? order.placed().at()
        : deliverBy.atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  @Override
  public boolean mayBegin(Step step) {
    return order.ending() == null;
  }

  @Override
  public Ask forward(Step step) {
    OrderContent content = order.content();
    return switch (step) {
      case VALIDATE_ADDRESS -> new Ask.ValidateAddress(content.shipTo());
      case CHECK_CUSTOMER -> new Ask.CheckCustomer(content.customer().id(), content.total());
      case CHECK_FRAUD ->
          new Ask.CheckFraud(
              order.id(), content.customer().id(), content.total(), content.shipTo());
      case RESERVE_INVENTORY ->
          new Ask.ReserveInventory(
              order.id(),
              content.lines().stream()
                  .map(line -> new LineQuantity(line.lineId(), line.sku(), line.quantity()))
                  .toList(),
              content.shipTo());
      case AUTHORIZE_PAYMENT ->
          new Ask.AuthorizePayment(
              order.id(), content.total(), content.paymentMethod(), content.customer().id());
      case QUOTE_RATES, BOOK_SHIPMENT, RELEASE_FULFILLMENT, CAPTURE_PAYMENT, TRACK, NOTIFY ->
          throw new IllegalStateException(step.label() + " is no step of an order");
    };
  }

  @Override
  public Ask undo(LedgerEntry entry) {
    return switch (entry.kind()) {
      case RESERVATION -> new Ask.ReleaseReservation(entry.ref());
      case AUTHORIZATION -> new Ask.VoidAuthorization(entry.ref());
      case BOOKING, FULFILLMENT, CAPTURE ->
          throw new IllegalStateException(entry.kind() + " is nothing that an order acquires");
    };
  }

  @Override
  public Ask notice(Milestone milestone) {
    String contact = Objects.requireNonNull(order.content().customer().contact());
    return new Ask.Notify(
        order.id(),
        "order-" + milestone.name().toLowerCase(java.util.Locale.ROOT),
        contact,
        Map.of("reference", order.content().reference()));
  }

  @Override
  public @Nullable String partner(Step step) {
    return null;
  }
}
