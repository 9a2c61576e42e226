package dev.crossdock.shipment.simulation;

import dev.crossdock.flow.Call;
import dev.crossdock.flow.CallId;
import dev.crossdock.flow.Decision;
import dev.crossdock.flow.Report;
import dev.crossdock.shipment.Shipment;
import dev.crossdock.shipment.ShipmentCommand;
import dev.crossdock.shipment.ShipmentDecider;
import dev.crossdock.shipment.ShipmentEvent;
import dev.crossdock.shipment.ShipmentEvolver;
import dev.crossdock.shipment.ShipmentState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The core of a shipment. */
final class ShipmentCore implements Core<ShipmentState, ShipmentCommand, ShipmentEvent> {

  @Override
  public ShipmentState nothing() {
    return new ShipmentState.None();
  }

  @Override
  public Decision<ShipmentEvent, ?> decide(
      ShipmentState state, ShipmentCommand command, Instant now) {
    return ShipmentDecider.decide(state, command, now);
  }

  @Override
  public ShipmentState evolve(ShipmentState state, ShipmentEvent event) {
    return ShipmentEvolver.evolve(state, event);
  }

  @Override
  public List<Call> dueCalls(ShipmentState state, Instant now, Set<CallId> suspects) {
    return state instanceof Shipment shipment ? shipment.dueCalls(now, suspects) : List.of();
  }

  @Override
  public Optional<Instant> nextDue(ShipmentState state, Instant now) {
    return state instanceof Shipment shipment ? shipment.nextDue(now) : Optional.empty();
  }

  @Override
  public Set<CallId> suspects(ShipmentState state) {
    return state instanceof Shipment shipment ? shipment.work().suspects() : Set.of();
  }

  @Override
  public ShipmentCommand reported(Report report) {
    return new ShipmentCommand.Reported(report);
  }

  @Override
  public ShipmentCommand tick() {
    return new ShipmentCommand.Tick();
  }
}
