package dev.crossdock.shipment.simulation;

import dev.crossdock.flow.Decision;
import dev.crossdock.order.Directive;
import dev.crossdock.order.Order;
import dev.crossdock.order.OrderCommand;
import dev.crossdock.order.OrderState;
import dev.crossdock.partner.Update;
import dev.crossdock.shipment.ShipmentCommand;
import dev.crossdock.trade.ShipmentId;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** Tells an order's shipments what is wanted of them, until each has it. */
final class OrderWatcher implements Shell.Watcher<OrderState> {
  private static final Duration AGAIN = Duration.ofSeconds(20);

  private final World world;
  private final Map<ShipmentId, Directive> known = new HashMap<>();
  private boolean isRepeating;

  OrderWatcher(World world) {
    this.world = world;
  }

  @Override
  public void changed(OrderState before, OrderState after) {
    world.oracle().checkOrder(before, after);
  }

  @Override
  public void tellOthers(OrderState state, long version) {
    if (!(state instanceof Order order)) {
      return;
    }
    world.claim(order.subjects(), this::take);
    boolean allKnown = true;
    for (Directive directive : order.directives()) {
      ShipmentId id = directive.plan().id();
      if (!directive.equals(known.get(id))) {
        allKnown = false;
        world.send(() -> tell(id, directive));
      }
    }
    if (!allKnown && !isRepeating) {
      isRepeating = true;
      world.after(AGAIN, this::again);
    }
  }

  private void again() {
    isRepeating = false;
    world.order().keepGoing();
  }

  private void tell(ShipmentId id, Directive directive) {
    world
        .shipment(id)
        .tell(
            new ShipmentCommand.Direct(directive),
            (decision, after) -> world.send(() -> known.put(id, directive)));
  }

  private void take(String partner, Update update, Runnable taken) {
    if (update instanceof Update.AuthorizationUpdated(var authorization)) {
      world
          .order()
          .tell(
              new OrderCommand.AuthorizationUpdated(partner, authorization),
              (decision, after) -> done(decision, taken));
    }
  }

  private static void done(Decision<?, ?> decision, Runnable taken) {
    if (!(decision instanceof Decision.Rejected<?, ?>)) {
      taken.run();
    }
  }

  @Override
  public void forgot() {
    known.clear();
  }
}
