package dev.crossdock.shipment;

import dev.crossdock.flow.Asks;
import dev.crossdock.flow.LedgerEntry;
import dev.crossdock.flow.Milestone;
import dev.crossdock.flow.Step;
import dev.crossdock.order.Hold;
import dev.crossdock.order.ShipmentPlan;
import dev.crossdock.partner.Ask;
import dev.crossdock.partner.Label;
import dev.crossdock.trade.Parcel;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a shipment has to say to its partners. */
record ShipmentAsks(Shipment shipment) implements Asks {

  @Override
  public String id() {
    return shipment.id().value();
  }

  @Override
  public Instant promise() {
    var deliverBy = plan().deliverBy();
    return deliverBy == null
        ? shipment.opened().at()
        : deliverBy.atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  @Override
  public boolean mayBegin(Step step) {
    return switch (step) {
      case BOOK_SHIPMENT -> !shipment.isBlocked(Hold.Block.BOOK);
      case RELEASE_FULFILLMENT -> !shipment.isBlocked(Hold.Block.RELEASE);
      case CAPTURE_PAYMENT -> !shipment.isBlocked(Hold.Block.CAPTURE);
      case QUOTE_RATES, TRACK, NOTIFY -> true;
      case VALIDATE_ADDRESS, CHECK_CUSTOMER, CHECK_FRAUD -> false;
      case RESERVE_INVENTORY, AUTHORIZE_PAYMENT -> false;
    };
  }

  @Override
  public Ask forward(Step step) {
    ShipmentPlan plan = plan();
    return switch (step) {
      case QUOTE_RATES ->
          new Ask.QuoteRates(
              plan.id(), plan.from().address(), plan.to(), parcels(), plan.deliverBy());
      case BOOK_SHIPMENT ->
          new Ask.BookShipment(
              plan.id(),
              shipment.candidate().orElseThrow().rateId(),
              plan.from().address(),
              plan.to(),
              parcels(),
              plan.orderId().value());
      case RELEASE_FULFILLMENT -> release();
      case CAPTURE_PAYMENT ->
          new Ask.CapturePayment(Objects.requireNonNull(plan.authorization()), plan.amount());
      case TRACK -> new Ask.TrackShipment(Objects.requireNonNull(shipment.trackingCode()));
      case VALIDATE_ADDRESS, CHECK_CUSTOMER, CHECK_FRAUD, NOTIFY ->
          throw new IllegalStateException(step.label() + " is no step of a shipment");
      case RESERVE_INVENTORY, AUTHORIZE_PAYMENT ->
          throw new IllegalStateException(step.label() + " is no step of a shipment");
    };
  }

  private Ask release() {
    ShipmentPlan plan = plan();
    Label label = shipment.label();
    return new Ask.ReleaseFulfillment(
        plan.orderId(),
        plan.id(),
        plan.from().code(),
        plan.lines(),
        shipment.trackingCode(),
        label == null ? null : label.url());
  }

  @Override
  public Ask undo(LedgerEntry entry) {
    return switch (entry.kind()) {
      case BOOKING -> new Ask.VoidShipment(entry.ref());
      case FULFILLMENT -> new Ask.CancelFulfillment(entry.ref());
      case CAPTURE ->
          new Ask.RefundPayment(entry.ref(), Objects.requireNonNull(entry.amount()), "cancelled");
      case RESERVATION, AUTHORIZATION ->
          throw new IllegalStateException(entry.kind() + " is nothing that a shipment acquires");
    };
  }

  @Override
  public Ask notice(Milestone milestone) {
    Map<String, String> data = new HashMap<>();
    data.put("reference", plan().reference());
    if (shipment.trackingCode() != null) {
      data.put("trackingCode", shipment.trackingCode());
    }
    return new Ask.Notify(
        plan().orderId(),
        "shipment-" + milestone.name().toLowerCase(java.util.Locale.ROOT),
        Objects.requireNonNull(plan().contact()),
        data);
  }

  @Override
  public @Nullable String partner(Step step) {
    return step == Step.BOOK_SHIPMENT ? shipment.candidate().orElseThrow().carrier() : null;
  }

  private ShipmentPlan plan() {
    return shipment.opened().plan();
  }

  private List<Parcel> parcels() {
    return List.of(new Parcel(plan().weight()));
  }
}
