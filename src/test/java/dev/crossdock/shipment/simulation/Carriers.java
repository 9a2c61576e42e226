package dev.crossdock.shipment.simulation;

import dev.crossdock.flow.Step;
import dev.crossdock.partner.Answer;
import dev.crossdock.partner.Answer.BookingStatus;
import dev.crossdock.partner.Answer.VoidStatus;
import dev.crossdock.partner.Ask;
import dev.crossdock.partner.Outcome;
import dev.crossdock.partner.Rate;
import dev.crossdock.partner.Update;
import dev.crossdock.trade.Money;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Two carriers. */
final class Carriers {
  private static final List<String> NAMES = List.of("swift", "steady");

  private final World world;
  private final Dice dice;
  private final Map<String, Booking> byKey = new LinkedHashMap<>();
  private int quotes;

  /** A booking, as its carrier knows it. */
  static final class Booking {
    private final String carrier;
    private final String ref;
    private final String shipment;
    private BookingStatus status = BookingStatus.BOOKED;
    private boolean isScanned;
    private boolean isKept;

    Booking(String carrier, String ref, String shipment) {
      this.carrier = carrier;
      this.ref = ref;
      this.shipment = shipment;
    }

    String ref() {
      return ref;
    }

    String shipment() {
      return shipment;
    }

    /** Whether somebody asked to void it, and was told no, or is waiting to be told. */
    boolean isKept() {
      return isKept;
    }
  }

  Carriers(World world) {
    this.world = world;
    dice = world.dice();
  }

  Outcome quote() {
    quotes++;
    List<Rate> rates = new ArrayList<>();
    for (int i = dice.happens(Chance.SAYS_NO) ? 0 : 1 + dice.below(3); i > 0; i--) {
      Money price = Money.of((3 + dice.below(10)) + ".50", "EUR");
      String id = "rate-" + quotes + "-" + i;
      rates.add(new Rate(dice.oneOf(NAMES), id, "ground", price, 2, null, false, null));
    }
    return new Outcome.Succeeded(new Answer.Quoted(rates));
  }

  Outcome book(String key, String carrier, Ask.BookShipment ask) {
    if (dice.happens(Chance.SAYS_NO)) {
      return new Outcome.Refused("rate-gone", "no longer on offer");
    }
    Booking booking = new Booking(carrier, "bok-" + (byKey.size() + 1), ask.shipmentId().value());
    byKey.put(key, booking);
    world.merchant().hears();
    if (!world.merchant().flow().has(Step.RELEASE_FULFILLMENT)) {
      Duration wait = dice.between(Duration.ofMinutes(1), Duration.ofHours(30));
      world.after(wait, () -> fetch(booking));
    }
    return new Outcome.Succeeded(answer(booking));
  }

  Outcome release(String carrier, String ref) {
    Booking booking = booking(ref);
    if (!booking.carrier.equals(carrier)) {
      throw new AssertionError(carrier + " knows nothing of " + ref);
    }
    if (booking.isScanned) {
      booking.isKept = true;
      return new Outcome.Refused("scanned", "already on its way");
    }
    VoidStatus status = verdict();
    if (dice.happens(Chance.TELLS_LATER)) {
      booking.isKept = true;
      world.after(dice.between(Duration.ZERO, Duration.ofDays(30)), () -> settle(booking, status));
      return new Outcome.Succeeded(new Answer.BookingVoided(VoidStatus.SUBMITTED));
    }
    decide(booking, status);
    return new Outcome.Succeeded(new Answer.BookingVoided(status));
  }

  private VoidStatus verdict() {
    return dice.happens(Chance.SAYS_NO) ? VoidStatus.REJECTED : VoidStatus.VOIDED;
  }

  private void settle(Booking booking, VoidStatus status) {
    decide(booking, status);
    world.callBack(booking.carrier, new Update.BookingVoidUpdated(booking.ref, status));
  }

  private static void decide(Booking booking, VoidStatus status) {
    booking.isKept = status == VoidStatus.REJECTED;
    if (status == VoidStatus.VOIDED) {
      booking.status = BookingStatus.VOIDED;
    }
  }

  /** Without a warehouse the carrier fetches it at the door. */
  private void fetch(Booking booking) {
    if (booking.status == BookingStatus.BOOKED && !booking.isKept) {
      handOver("trk-" + booking.ref);
    }
  }

  /** The warehouse has handed it over: from now on it is scanned. */
  void handOver(String trackingCode) {
    Booking booking = booking(trackingCode.substring("trk-".length()));
    booking.isScanned = true;
    new Journey(world, booking.carrier, trackingCode).begin();
  }

  private Booking booking(String ref) {
    return byKey.values().stream().filter(b -> b.ref.equals(ref)).findFirst().orElseThrow();
  }

  private static Answer answer(Booking b) {
    return new Answer.Booked(b.ref, "trk-" + b.ref, null, b.status, null);
  }

  Optional<Answer> find(String key) {
    return Optional.ofNullable(byKey.get(key)).map(Carriers::answer);
  }

  /** Bookings that stand. */
  List<Booking> standing() {
    return byKey.values().stream().filter(b -> b.status == BookingStatus.BOOKED).toList();
  }

  /** References of bookings that stand although nobody wants or refused to void them. */
  Set<String> unclaimed(Set<String> known) {
    return standing().stream()
        .map(Booking::ref)
        .filter(ref -> !known.contains(ref))
        .collect(Collectors.toSet());
  }
}
