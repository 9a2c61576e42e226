package dev.crossdock.shipment.simulation;

import dev.crossdock.flow.Decision;
import dev.crossdock.flow.Flow;
import dev.crossdock.flow.SomeFlow;
import dev.crossdock.flow.Step;
import dev.crossdock.order.OrderCommand;
import dev.crossdock.order.OrderContent;
import dev.crossdock.order.OrderEvent;
import dev.crossdock.order.OrderLine;
import dev.crossdock.order.OrderState;
import dev.crossdock.order.ShippingTerms;
import dev.crossdock.order.SomeOrder;
import dev.crossdock.trade.Money;
import dev.crossdock.trade.OrderId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whoever places the order, perhaps twice, and may think better of it. */
final class Merchant {
  private static final Duration AGAIN = Duration.ofSeconds(1);

  private final World world;
  private final Dice dice;
  private final Shell<OrderState, OrderCommand, OrderEvent> order;
  private final OrderCommand.Place place;
  private final boolean isFickle;
  private boolean isPlaced;
  private boolean hasCancelled;

  /**
   * @param wanted what it orders by; absent: any
   */
  Merchant(World world, Shell<OrderState, OrderCommand, OrderEvent> order, @Nullable Flow wanted) {
    this.world = world;
    this.order = order;
    dice = world.dice();
    isFickle = dice.oneIn(3);
    Flow flow = wanted == null ? any() : wanted;
    place = SomeOrder.place(content(), dice.oneIn(3) ? hasty(flow) : flow);
  }

  private Flow any() {
    return dice.oneIn(4) ? shorter() : SomeFlow.parcel();
  }

  /** A flow without some steps. */
  private Flow shorter() {
    return switch (dice.below(7)) {
      case 0 -> SomeFlow.parcelWithout(Step.VALIDATE_ADDRESS, Step.CHECK_CUSTOMER);
      case 1 -> SomeFlow.parcelWithout(Step.CHECK_FRAUD, Step.NOTIFY);
      case 2 -> SomeFlow.parcelWithout(Step.TRACK);
      case 3 -> SomeFlow.parcelWithout(Step.CAPTURE_PAYMENT);
      case 4 -> SomeFlow.parcelWithout(Step.AUTHORIZE_PAYMENT, Step.CAPTURE_PAYMENT);
      case 5 -> SomeFlow.parcelWithout(Step.RELEASE_FULFILLMENT);
      default -> SomeFlow.parcelWithout(Step.RELEASE_FULFILLMENT, Step.TRACK);
    };
  }

  /** A flow that gives up soon, but for what is not to be given up. */
  private Flow hasty(Flow flow) {
    Duration patience = Duration.ofSeconds(dice.below(60));
    int attemptsMax = 1 + dice.below(2);
    return SomeFlow.withAll(
        flow,
        p ->
            p.parkedFor().compareTo(Duration.ofDays(365)) > 0
                ? p
                : SomeFlow.parkedFor(SomeFlow.tried(p, attemptsMax), patience));
  }

  private OrderContent content() {
    List<OrderLine> lines = new ArrayList<>();
    for (int i = 1 + dice.below(3); i > 0; i--) {
      String price = dice.oneIn(8) ? "0" : dice.below(50) + ".99";
      lines.add(SomeOrder.line("l" + i, 1 + dice.below(4), price));
    }
    var shipping =
        new ShippingTerms(
            Money.of(dice.oneIn(3) ? "0" : "4.90", "EUR"),
            null,
            dice.oneIn(4) ? Money.of("9", "EUR") : null);
    var releaseAt = dice.oneIn(10) ? world.now().plus(Duration.ofHours(dice.below(20))) : null;
    return SomeOrder.anOrderOf(shipping, releaseAt, lines.toArray(OrderLine[]::new));
  }

  OrderContent wanted() {
    return place.content();
  }

  Flow flow() {
    return place.flow();
  }

  /** Whether a cancellation was taken. */
  boolean hasCancelled() {
    return hasCancelled;
  }

  void begin() {
    place();
    if (dice.oneIn(2)) {
      world.after(sometime(), this::cancel);
    }
    if (dice.oneIn(6)) {
      world.after(sometime(), this::cancel);
    }
    if (dice.oneIn(12)) {
      var found = new OrderCommand.DuplicateFound(new OrderId("default", "ord_0"));
      world.after(sometime(), () -> order.tell(found));
    }
    if (dice.oneIn(4)) {
      world.after(sometime(), this::placeAnother);
    }
  }

  /** Something has happened: one more occasion to think better of it, in the worst moment. */
  void hears() {
    if (isFickle && dice.oneIn(8)) {
      world.after(dice.upToMillis(dice.oneIn(2) ? 100 : 10_000), this::cancel);
    }
  }

  /** From milliseconds to days, each order of magnitude as likely as the other. */
  private Duration sometime() {
    return Duration.ofMillis((long) Math.pow(10, 1 + dice.jitter() * 7.5));
  }

  private void place() {
    order.tell(place, (decision, state) -> isPlaced = true);
    if (!isPlaced) {
      world.after(AGAIN, this::place);
    }
  }

  private void placeAnother() {
    var another = new OrderCommand.Place(SomeOrder.ID, "fp-2", wanted(), flow());
    if (isPlaced) {
      order.tell(another, (decision, state) -> mustBeRejected(decision));
    }
  }

  private static void mustBeRejected(Decision<?, ?> decision) {
    if (!(decision instanceof Decision.Rejected<?, ?>)) {
      throw new AssertionError("another order under the same key: " + decision);
    }
  }

  private void cancel() {
    if (order.version() > 0) {
      order.tell(new OrderCommand.Cancel("changed my mind", "merchant"), this::cancelled);
    }
  }

  private void cancelled(Decision<?, ?> decision, OrderState state) {
    hasCancelled = hasCancelled || decision instanceof Decision.Accepted<?, ?>;
  }
}
