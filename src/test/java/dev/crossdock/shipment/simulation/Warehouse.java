package dev.crossdock.shipment.simulation;

import dev.crossdock.flow.Step;
import dev.crossdock.partner.Answer;
import dev.crossdock.partner.Answer.FulfillmentStatus;
import dev.crossdock.partner.Ask;
import dev.crossdock.partner.Outcome;
import dev.crossdock.partner.Update;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The warehouse partner. */
final class Warehouse {
  static final String NAME = "warehouse";
  private static final List<FulfillmentStatus> PROGRESS =
      List.of(
          FulfillmentStatus.SUBMITTED,
          FulfillmentStatus.ACCEPTED,
          FulfillmentStatus.PICKED,
          FulfillmentStatus.PACKED,
          FulfillmentStatus.SHIPPED);

  private final World world;
  private final Dice dice;
  private final Carriers carriers;
  private final Map<String, Fulfillment> byKey = new LinkedHashMap<>();

  /** A fulfillment, as the warehouse knows it. */
  static final class Fulfillment {
    private final String ref;
    private final String shipment;
    private final String trackingCode;
    private FulfillmentStatus status = FulfillmentStatus.SUBMITTED;
    private boolean isAskedBack;

    Fulfillment(String ref, String shipment, String trackingCode) {
      this.ref = ref;
      this.shipment = shipment;
      this.trackingCode = trackingCode;
    }

    String ref() {
      return ref;
    }

    String shipment() {
      return shipment;
    }

    boolean isOpen() {
      return PROGRESS.contains(status);
    }

    boolean isShipped() {
      return status == FulfillmentStatus.SHIPPED;
    }

    private boolean isPacked() {
      return isShipped() || status == FulfillmentStatus.PACKED;
    }
  }

  Warehouse(World world, Carriers carriers) {
    this.world = world;
    this.carriers = carriers;
    dice = world.dice();
  }

  Outcome begin(String key, Ask.ReleaseFulfillment ask) {
    if (dice.happens(Chance.SAYS_NO) && dice.oneIn(2)) {
      return new Outcome.Refused("location-closed", "not from here");
    }
    var f =
        new Fulfillment(
            "ful-" + (byKey.size() + 1),
            ask.shipmentId().value(),
            String.valueOf(ask.trackingCode()));
    byKey.put(key, f);
    goOn(f);
    world.merchant().hears();
    return new Outcome.Succeeded(told(f, f.status));
  }

  private void goOn(Fulfillment f) {
    Duration most = dice.oneIn(3) ? Duration.ofSeconds(1) : Duration.ofHours(4);
    world.after(dice.between(Duration.ofMillis(1), most), () -> move(f));
  }

  private void move(Fulfillment f) {
    if (!f.isOpen() || f.isShipped()) {
      return;
    }
    if (f.status == FulfillmentStatus.SUBMITTED && dice.happens(Chance.SAYS_NO)) {
      f.status = FulfillmentStatus.REJECTED;
    } else {
      f.status = PROGRESS.get(PROGRESS.indexOf(f.status) + 1);
    }
    boolean isScanned = world.merchant().flow().has(Step.TRACK);
    if (!f.isShipped() || !isScanned || !dice.happens(Chance.SHIPS_SILENTLY)) {
      callBack(f, f.status);
    }
    world.merchant().hears();
    if (f.isShipped()) {
      carriers.handOver(f.trackingCode);
    } else {
      goOn(f);
    }
  }

  Outcome cancel(String ref) {
    Fulfillment f =
        byKey.values().stream().filter(one -> one.ref.equals(ref)).findFirst().orElseThrow();
    if (f.isPacked()) {
      return new Outcome.Refused("packed", "already " + f.status);
    }
    if (f.isOpen() && dice.happens(Chance.TELLS_LATER)) {
      f.isAskedBack = true;
      Duration wait = dice.between(Duration.ZERO, Duration.ofHours(6));
      world.after(wait, () -> settle(f));
      return new Outcome.Succeeded(told(f, FulfillmentStatus.CANCELLATION_REQUESTED));
    }
    if (f.isOpen()) {
      f.status = FulfillmentStatus.CANCELLED;
    }
    return new Outcome.Succeeded(told(f, f.status));
  }

  private void settle(Fulfillment f) {
    f.isAskedBack = false;
    boolean no = f.isPacked() || dice.happens(Chance.SAYS_NO);
    if (f.isOpen() && !no) {
      f.status = FulfillmentStatus.CANCELLED;
    }
    callBack(f, f.isOpen() ? FulfillmentStatus.CANCELLATION_REJECTED : f.status);
  }

  private void callBack(Fulfillment f, FulfillmentStatus status) {
    world.callBack(NAME, new Update.FulfillmentUpdated(told(f, status)));
  }

  private static Answer.Fulfilling told(Fulfillment f, FulfillmentStatus status) {
    return new Answer.Fulfilling(f.ref, status, null);
  }

  Optional<Answer> find(String key) {
    return Optional.ofNullable(byKey.get(key))
        .map(f -> told(f, f.isAskedBack ? FulfillmentStatus.CANCELLATION_REQUESTED : f.status));
  }

  /** What the warehouse is at, or has shipped. */
  List<Fulfillment> open() {
    return byKey.values().stream().filter(Fulfillment::isOpen).toList();
  }
}
