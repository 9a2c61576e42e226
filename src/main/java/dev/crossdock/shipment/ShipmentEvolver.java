package dev.crossdock.shipment;

import dev.crossdock.flow.Milestone;
import dev.crossdock.flow.Step;
import dev.crossdock.flow.StepEvent;
import dev.crossdock.flow.StepState;
import dev.crossdock.flow.Work;
import dev.crossdock.order.ShipmentStatus;
import dev.crossdock.partner.Answer;
import dev.crossdock.shipment.ShipmentEvent.BlocksChanged;
import dev.crossdock.shipment.ShipmentEvent.Cancelled;
import dev.crossdock.shipment.ShipmentEvent.FulfillmentMoved;
import dev.crossdock.shipment.ShipmentEvent.Opened;
import dev.crossdock.shipment.ShipmentEvent.RecallRefused;
import dev.crossdock.shipment.ShipmentEvent.Recalled;
import dev.crossdock.shipment.ShipmentEvent.Scanned;
import dev.crossdock.shipment.ShipmentEvent.Stepped;
import dev.crossdock.shipment.ShipmentEvent.Unreadable;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;

/** Folds events into a shipment. Throws on what the decider cannot have produced. */
public final class ShipmentEvolver {
  private static final Set<Step> USED_UP_WHEN_SHIPPED =
      EnumSet.of(Step.BOOK_SHIPMENT, Step.RELEASE_FULFILLMENT);

  private ShipmentEvolver() {}

  /**
   * The state after the event. Quarantine is for good: no later event is looked at.
   *
   * @throws IllegalStateException when the event does not fit the state: the journal is corrupt
   */
  public static ShipmentState evolve(ShipmentState state, ShipmentEvent event) {
    if (event instanceof Unreadable unreadable) {
      return quarantined(state, unreadable.reason());
    }
    return switch (state) {
      case ShipmentState.None none when event instanceof Opened opened -> begun(opened);
      case ShipmentState.None none -> throw new IllegalStateException("no shipment for " + event);
      case ShipmentState.Quarantined q -> q;
      case Shipment shipment -> used(evolve(shipment, event));
    };
  }

  private static ShipmentState quarantined(ShipmentState state, String reason) {
    return switch (state) {
      case ShipmentState.None none -> new ShipmentState.Quarantined(reason, null);
      case ShipmentState.Quarantined q -> q;
      case Shipment shipment -> new ShipmentState.Quarantined(reason, shipment);
    };
  }

  private static Shipment begun(Opened opened) {
    return new Shipment(
        opened,
        opened.at(),
        Work.begin(opened.plan().flow(), Step.Part.SHIPMENT, opened.at()),
        Offers.none(),
        null,
        Tracking.none(),
        Set.of(),
        false,
        null);
  }

  private static Shipment evolve(Shipment s, ShipmentEvent event) {
    return switch (event) {
      case Unreadable e -> throw new IllegalStateException(e.reason());
      case Opened e -> throw new IllegalStateException("opened twice: " + e.plan().id());
      case Stepped e -> stepped(s, e.what());
      case BlocksChanged e -> s.withBlocks(e.blocks(), e.at());
      case FulfillmentMoved e -> s.withFulfillment(e.status(), e.at());
      case Scanned e -> s.withTracking(s.tracking().with(e.scans()), e.at());
      case Recalled e -> s.withWork(s.work().unwound(e.at()), e.at());
      case RecallRefused e ->
          s.withWork(s.work().rewound(awaited(s), e.at()), e.at())
              .withRecall(false, e.reason(), e.at());
      case Cancelled e -> s.withRecall(true, s.recallRefused(), e.at());
    };
  }

  /** What has not left yet, the warehouse goes on telling of. */
  private static Set<Step> awaited(Shipment s) {
    return s.fulfillment() == Answer.FulfillmentStatus.SHIPPED
        ? Set.of()
        : Set.of(Step.RELEASE_FULFILLMENT);
  }

  private static Shipment stepped(Shipment s, StepEvent what) {
    Shipment next = s.withWork(s.work().after(what), what.at());
    return switch (what) {
      case StepEvent.Succeeded e -> learnt(next, e.step(), e.answer(), e.at());
      case StepEvent.Taken e -> learnt(next, e.step(), e.answer(), e.at());
      default -> next;
    };
  }

  /** What has done its duty is not ours to give back any more. */
  private static Shipment used(Shipment s) {
    ShipmentStatus status = s.status();
    return status.isShipped() || status == ShipmentStatus.COMPLETED
        ? s.withWork(s.work().consumed(USED_UP_WHEN_SHIPPED), s.updatedAt())
        : s;
  }

  private static Shipment learnt(Shipment s, Step step, Answer answer, Instant at) {
    return switch (answer) {
      case Answer.Quoted a -> s.withOffers(offers(s, a, at), at);
      case Answer.Booked a ->
          s.withOffers(new Offers(s.offers().candidates(), s.offers().from(), a), at)
              .reached(Milestone.BOOKED, at);
      case Answer.Fulfilling a when a.status() == Answer.FulfillmentStatus.SHIPPED ->
          s.withFulfillment(a.status(), at).reached(Milestone.SHIPPED, at);
      case Answer.Fulfilling a -> s.withFulfillment(a.status(), at);
      case Answer.Tracked a when step == Step.TRACK -> s.reached(Milestone.DELIVERED, at);
      default -> s;
    };
  }

  private static Offers offers(Shipment s, Answer.Quoted quoted, Instant at) {
    int next =
        s.work()
            .steps()
            .run(Step.BOOK_SHIPMENT)
            .map(run -> run.state() == StepState.FAILED ? run.revision() + 1 : run.revision())
            .orElse(1);
    return new Offers(RateChoice.candidates(s.plan(), quoted.rates(), at), next, null);
  }
}
