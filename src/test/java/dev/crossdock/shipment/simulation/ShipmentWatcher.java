package dev.crossdock.shipment.simulation;

import dev.crossdock.order.OrderCommand;
import dev.crossdock.order.ShipmentSummary;
import dev.crossdock.partner.Update;
import dev.crossdock.shipment.Shipment;
import dev.crossdock.shipment.ShipmentCommand;
import dev.crossdock.shipment.ShipmentState;
import java.time.Duration;

/** Tells an order how one of its shipments is, until it has it. */
final class ShipmentWatcher implements Shell.Watcher<ShipmentState> {
  private static final Duration AGAIN = Duration.ofSeconds(20);

  private final World world;
  private long known;
  private boolean isRepeating;

  ShipmentWatcher(World world) {
    this.world = world;
  }

  @Override
  public void changed(ShipmentState before, ShipmentState after) {
    world.oracle().checkShipment(before, after);
  }

  @Override
  public void tellOthers(ShipmentState state, long version) {
    if (!(state instanceof Shipment shipment)) {
      return;
    }
    world.claim(
        shipment.subjects(), (partner, update, taken) -> take(shipment, partner, update, taken));
    if (known < version) {
      ShipmentSummary summary = shipment.summary(version);
      world.send(() -> tell(summary));
      if (!isRepeating) {
        isRepeating = true;
        world.after(AGAIN, () -> again(shipment));
      }
    }
  }

  private void again(Shipment shipment) {
    isRepeating = false;
    world.shipment(shipment.id()).keepGoing();
  }

  private void tell(ShipmentSummary summary) {
    world
        .order()
        .tell(
            new OrderCommand.ShipmentTells(summary),
            (decision, after) -> world.send(() -> known = Math.max(known, summary.version())));
  }

  private void take(Shipment shipment, String partner, Update update, Runnable taken) {
    world
        .shipment(shipment.id())
        .tell(new ShipmentCommand.Updated(partner, update), (decision, after) -> taken.run());
  }

  @Override
  public void forgot() {
    known = 0;
  }
}
