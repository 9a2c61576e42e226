package dev.crossdock.replay.backtest;

import dev.crossdock.flow.Decision;
import dev.crossdock.flow.LedgerEntry;
import dev.crossdock.flow.Step;
import dev.crossdock.flow.StepEvent;
import dev.crossdock.order.Directive;
import dev.crossdock.order.ShipmentSummary;
import dev.crossdock.partner.Answer;
import dev.crossdock.partner.Answer.FulfillmentStatus;
import dev.crossdock.partner.Update;
import dev.crossdock.shipment.Refusal;
import dev.crossdock.shipment.Shipment;
import dev.crossdock.shipment.ShipmentCommand;
import dev.crossdock.shipment.ShipmentDecider;
import dev.crossdock.shipment.ShipmentEvent;
import dev.crossdock.shipment.ShipmentEvolver;
import dev.crossdock.shipment.ShipmentState;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A shipment of a recorded order, seen through once more, in virtual time. */
final class PlayedShipment {
  private static final Duration ERRAND = Duration.ofMillis(1);

  private final PlayedOrder order;
  private final Stage stage;
  private ShipmentState state = new ShipmentState.None();
  private long version;
  private int timer;
  private @Nullable ShipmentSummary told;

  /** What it is played with. */
  record Stage(Agenda agenda, Tape tape, Cast cast, CourseTaker course) {}

  PlayedShipment(PlayedOrder order, Stage stage) {
    this.order = order;
    this.stage = stage;
  }

  void direct(Directive directive) {
    tell(new ShipmentCommand.Direct(directive));
  }

  /** Whether that was news to it. */
  private boolean tell(ShipmentCommand command) {
    Decision<ShipmentEvent, Refusal> decision =
        ShipmentDecider.decide(state, command, stage.agenda().now());
    if (decision instanceof Decision.Accepted<ShipmentEvent, Refusal>(List<ShipmentEvent> events)) {
      for (ShipmentEvent event : events) {
        state = ShipmentEvolver.evolve(state, event);
        version++;
        if (event instanceof ShipmentEvent.Stepped(StepEvent what)) {
          happened((Shipment) state, what);
        }
      }
      stage.course().shipment((Shipment) state);
      tellOrder((Shipment) state);
      keepGoing((Shipment) state);
    } else if (state instanceof Shipment shipment) {
      keepGoing(shipment);
    }
    return decision instanceof Decision.Accepted<ShipmentEvent, Refusal>;
  }

  private void happened(Shipment shipment, StepEvent what) {
    switch (what) {
      case StepEvent.Taken e -> calledBack(new Errand(e.step(), false));
      case StepEvent.UndoTaken e -> calledBack(new Errand(e.step(), true));
      case StepEvent.Succeeded e -> scans(shipment, e.step());
      default -> {} // nobody tells anything after these
    }
  }

  private void calledBack(Errand errand) {
    for (Tape.CalledBack callback : stage.tape().callbacks(errand)) {
      stage.agenda().after(callback.after(), () -> calledBack(callback));
    }
  }

  private void calledBack(Tape.CalledBack callback) {
    Shipment shipment = (Shipment) state;
    LedgerEntry entry = shipment.work().ledger().of(callback.errand().step()).orElse(null);
    if (entry != null) {
      Update update =
          entry.kind() == LedgerEntry.Kind.BOOKING
              ? new Update.BookingVoidUpdated(entry.ref(), voided(callback))
              : new Update.FulfillmentUpdated(
                  new Answer.Fulfilling(entry.ref(), fulfillment(callback), null));
      tell(new ShipmentCommand.Updated(callback.partner(), update));
    }
  }

  private static Answer.VoidStatus voided(Tape.CalledBack callback) {
    return callback.event() instanceof StepEvent.Undone
        ? Answer.VoidStatus.VOIDED
        : Answer.VoidStatus.REJECTED;
  }

  private static FulfillmentStatus fulfillment(Tape.CalledBack callback) {
    return switch (callback.event()) {
      case ShipmentEvent.FulfillmentMoved e -> e.status();
      case StepEvent.Refused e -> FulfillmentStatus.REJECTED;
      case StepEvent.Undone e -> FulfillmentStatus.CANCELLED;
      case StepEvent.UndoRejected e -> FulfillmentStatus.CANCELLATION_REJECTED;
      default -> FulfillmentStatus.SHIPPED; // nothing else comes that way
    };
  }

  /** Carriers tell as long after the goods have left as they did then, or after the booking. */
  private void scans(Shipment shipment, Step done) {
    boolean hasWarehouse = shipment.plan().flow().has(Step.RELEASE_FULFILLMENT);
    if (done != (hasWarehouse ? Step.RELEASE_FULFILLMENT : Step.BOOK_SHIPMENT)) {
      return;
    }
    for (Tape.Scans scans : stage.tape().scans()) {
      Duration shipped = scans.afterShipping();
      Duration after = hasWarehouse && shipped != null ? shipped : scans.afterBooking();
      if (after != null) {
        stage.agenda().after(after, () -> scanned(scans));
      }
    }
  }

  private void scanned(Tape.Scans scans) {
    String code = ((Shipment) state).trackingCode();
    if (code != null) {
      var update = new Update.TrackingUpdated(code, scans.event().scans());
      tell(new ShipmentCommand.Updated(scans.partner(), update));
    }
  }

  private void keepGoing(Shipment shipment) {
    Agenda agenda = stage.agenda();
    stage
        .cast()
        .keepGoing(
            shipment.dueCalls(agenda.now(), Set.of()),
            report -> tell(new ShipmentCommand.Reported(report)));
    int thisTimer = ++timer;
    shipment
        .nextDue(agenda.now())
        .ifPresent(at -> agenda.at(at.plusMillis(1), () -> due(thisTimer)));
  }

  private void due(int which) {
    if (which == timer) {
      tell(new ShipmentCommand.Tick());
    }
  }

  private void tellOrder(Shipment shipment) {
    ShipmentSummary summary = shipment.summary(version);
    ShipmentSummary known =
        told == null ? ShipmentSummary.unheardOf(shipment.plan(), shipment.opened().at()) : told;
    if (summary.isNewsAfter(known)) {
      told = summary;
      stage.agenda().after(ERRAND, () -> order.told(summary));
    }
  }
}
