package dev.crossdock.shipment.simulation;

import dev.crossdock.flow.Call;
import dev.crossdock.flow.Call.Errand;
import dev.crossdock.partner.Answer;
import dev.crossdock.partner.Ask;
import dev.crossdock.partner.Outcome;
import dev.crossdock.partner.PartnerCall.Mode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** All partners, conforming ones: under the same key the same is never done twice. */
final class Partners {
  private final World world;
  private final Map<String, Outcome> answers = new HashMap<>();
  private final Map<String, Ask> bodies = new HashMap<>();
  private final Desk desk;
  private final Stockroom stockroom;
  private final Bank bank;
  private final Carriers carriers;
  private final Warehouse warehouse;
  private int redone;

  Partners(World world) {
    this.world = world;
    desk = new Desk(world);
    stockroom = new Stockroom(world);
    bank = new Bank(world);
    carriers = new Carriers(world);
    warehouse = new Warehouse(world, carriers);
  }

  Stockroom stockroom() {
    return stockroom;
  }

  Bank bank() {
    return bank;
  }

  Carriers carriers() {
    return carriers;
  }

  Warehouse warehouse() {
    return warehouse;
  }

  /** How often something was asked for that was there, by somebody who had no doubt about it. */
  int redone() {
    return redone;
  }

  /** A request is sent to them. */
  void sent(Call call) {
    if (call.errand() == Errand.DO && found(call.ask(), call.key()).isPresent()) {
      redone++;
      world.trace("partners", "are asked again for", call.key());
    }
  }

  /** A request has arrived. */
  Outcome answer(Call call, Mode mode) {
    if (mode == Mode.LOOK_UP) {
      Answer found = found(call.ask(), call.key()).orElse(new Answer.Absent());
      return new Outcome.Succeeded(found);
    }
    Ask before = bodies.put(call.key(), call.ask());
    if (before != null && !before.equals(call.ask())) {
      throw new AssertionError(call.key() + " now with another body: " + call.ask());
    }
    Outcome known = answers.get(call.key());
    if (known == null) {
      Outcome outcome = done(call);
      answers.put(call.key(), outcome);
      return outcome;
    }
    Optional<Answer> effect = found(call.ask(), call.key());
    boolean asItIsNow = effect.isPresent() && world.dice().oneIn(2);
    return asItIsNow ? new Outcome.Succeeded(effect.get()) : known;
  }

  private Outcome done(Call call) {
    String key = call.key();
    Outcome outcome =
        switch (call.ask()) {
          case Ask.ValidateAddress a -> desk.address(a.address());
          case Ask.CheckCustomer a -> desk.customer();
          case Ask.CheckFraud a -> desk.fraud();
          case Ask.Notify a -> desk.notified(key);
          case Ask.ReserveInventory a -> stockroom.reserve(key, a);
          case Ask.ReleaseReservation a -> stockroom.release(a.reservationId());
          case Ask.AuthorizePayment a -> bank.authorize(key, a.amount());
          case Ask.VoidAuthorization a -> bank.release(a.authorizationId());
          case Ask.CapturePayment a -> bank.capture(key, a);
          case Ask.RefundPayment a -> throw new AssertionError("nobody refunds yet");
          case Ask.QuoteRates a -> carriers.quote();
          case Ask.BookShipment a -> carriers.book(key, String.valueOf(call.partner()), a);
          case Ask.VoidShipment a ->
              carriers.release(String.valueOf(call.partner()), a.bookingId());
          case Ask.TrackShipment a -> throw new AssertionError("nobody polls yet");
          case Ask.ReleaseFulfillment a -> warehouse.begin(key, a);
          case Ask.CancelFulfillment a -> warehouse.cancel(a.fulfillmentId());
        };
    world.trace("partners", key, outcome);
    return outcome;
  }

  private Optional<Answer> found(Ask ask, String key) {
    return switch (ask) {
      case Ask.ReserveInventory a -> stockroom.find(key);
      case Ask.AuthorizePayment a -> bank.find(key);
      case Ask.CapturePayment a -> bank.findCapture(key);
      case Ask.BookShipment a -> carriers.find(key);
      case Ask.ReleaseFulfillment a -> warehouse.find(key);
      case Ask.ValidateAddress a -> Optional.empty();
      case Ask.CheckCustomer a -> Optional.empty();
      case Ask.CheckFraud a -> Optional.empty();
      case Ask.Notify a -> Optional.empty();
      case Ask.ReleaseReservation a -> Optional.empty();
      case Ask.VoidAuthorization a -> Optional.empty();
      case Ask.RefundPayment a -> Optional.empty();
      case Ask.QuoteRates a -> Optional.empty();
      case Ask.VoidShipment a -> Optional.empty();
      case Ask.TrackShipment a -> Optional.empty();
      case Ask.CancelFulfillment a -> Optional.empty();
    };
  }
}
