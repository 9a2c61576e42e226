package dev.crossdock.estimate;

import dev.crossdock.flow.Call;
import dev.crossdock.flow.CallId;
import dev.crossdock.flow.Decision;
import dev.crossdock.flow.Report;
import dev.crossdock.flow.Step;
import dev.crossdock.flow.StepEvent;
import dev.crossdock.flow.StepState;
import dev.crossdock.order.Directive;
import dev.crossdock.order.ShipmentSummary;
import dev.crossdock.partner.Answer;
import dev.crossdock.partner.SomeAnswers;
import dev.crossdock.partner.TrackingStatus;
import dev.crossdock.partner.Update;
import dev.crossdock.shipment.Refusal;
import dev.crossdock.shipment.Shipment;
import dev.crossdock.shipment.ShipmentCommand;
import dev.crossdock.shipment.ShipmentDecider;
import dev.crossdock.shipment.ShipmentEvent;
import dev.crossdock.shipment.ShipmentEvolver;
import dev.crossdock.shipment.ShipmentState;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A shipment that is seen through by the real decider, in virtual time. */
final class VirtualShipment {
  private static final Duration WAREHOUSE = Duration.ofSeconds(20);
  private static final Duration ROAD = Duration.ofSeconds(60);

  private final VirtualOrder order;
  private final VirtualTime time;
  private final VirtualPartners partners;
  private final Set<CallId> inFlight = new HashSet<>();
  private ShipmentState state = new ShipmentState.None();
  private long version;
  private int timer;
  private @Nullable ShipmentSummary told;

  VirtualShipment(VirtualOrder order, VirtualTime time, VirtualPartners partners) {
    this.order = order;
    this.time = time;
    this.partners = partners;
  }

  void direct(Directive directive) {
    tell(new ShipmentCommand.Direct(directive));
  }

  private void tell(ShipmentCommand command) {
    Decision<ShipmentEvent, Refusal> decision = ShipmentDecider.decide(state, command, time.now());
    if (decision instanceof Decision.Accepted<ShipmentEvent, Refusal>(List<ShipmentEvent> events)) {
      for (ShipmentEvent event : events) {
        state = ShipmentEvolver.evolve(state, event);
        version++;
        if (event instanceof ShipmentEvent.Stepped(StepEvent what)) {
          happened((Shipment) state, what);
        }
      }
    }
    keepGoing((Shipment) state);
    tellOrder((Shipment) state);
  }

  private void happened(Shipment shipment, StepEvent what) {
    if (what instanceof StepEvent.Taken && what.step() == Step.RELEASE_FULFILLMENT) {
      var shipped = SomeAnswers.fulfilling(Answer.FulfillmentStatus.SHIPPED);
      callBack(WAREHOUSE, "warehouse", new Update.FulfillmentUpdated(shipped));
    }
    if (what instanceof StepEvent.Succeeded && what.step() == Step.RELEASE_FULFILLMENT) {
      var scan = SomeAnswers.scan("1", TrackingStatus.DELIVERED, time.now());
      callBack(ROAD, "carrier", new Update.TrackingUpdated("TRK1", List.of(scan)));
    }
    shipment
        .work()
        .steps()
        .run(what.step())
        .filter(run -> run.state() == StepState.SUCCEEDED)
        .ifPresent(run -> partners.done(what.step(), Forecasts.took(run)));
  }

  private void callBack(Duration median, String partner, Update update) {
    time.after(partners.about(median), () -> tell(new ShipmentCommand.Updated(partner, update)));
  }

  private void keepGoing(Shipment shipment) {
    for (Call call : shipment.dueCalls(time.now(), Set.of())) {
      if (inFlight.add(call.id())) {
        partners.call(
            call,
            outcome -> {
              inFlight.remove(call.id());
              String who = call.ask().kind().label();
              var report = new Report(call.id(), who, outcome, partners.jitter());
              tell(new ShipmentCommand.Reported(report));
            });
      }
    }
    int thisTimer = ++timer;
    shipment
        .nextDue(time.now())
        .ifPresent(at -> time.at(at.plusMillis(1), () -> timeCame(thisTimer)));
  }

  private void timeCame(int which) {
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
      time.after(Duration.ofMillis(1), () -> order.told(summary));
    }
  }
}
