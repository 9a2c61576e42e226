package dev.crossdock.view;

import dev.crossdock.journal.JournalException;
import dev.crossdock.shipment.Shipment;
import dev.crossdock.shipment.ShipmentEvent;
import dev.crossdock.shipment.ShipmentEvolver;
import dev.crossdock.shipment.ShipmentState;
import dev.crossdock.trade.ShipmentId;
import org.jspecify.annotations.Nullable;

/** A shipment as far as its events have been read. */
record ShipmentFold(ShipmentId id, ShipmentState state, long version) implements Fold {
  static ShipmentFold begin(ShipmentId id) {
    return new ShipmentFold(id, new ShipmentState.None(), 0);
  }

  @Override
  public boolean isTrusted() {
    return !(state instanceof ShipmentState.Quarantined);
  }

  @Override
  public Step after(JournalRow row, Codecs codecs) {
    ShipmentEvent event = read(row, codecs);
    if (isTrusted() && row.sequenceNumber() != version + 1) {
      return broken(row, "event " + (version + 1) + " is missing");
    }
    if (isTrusted() && event instanceof ShipmentEvent.Unreadable unreadable) {
      return broken(row, unreadable.reason());
    }
    try {
      return step(row, event, ShipmentEvolver.evolve(state, event), null);
    } catch (RuntimeException misfit) {
      return broken(row, "event " + row.sequenceNumber() + ": " + misfit.getMessage());
    }
  }

  private static ShipmentEvent read(JournalRow row, Codecs codecs) {
    try {
      return codecs.shipments().decode(row.stored());
    } catch (JournalException failure) {
      if (failure.isOutOfReach()) {
        throw failure;
      }
      return new ShipmentEvent.Unreadable(String.valueOf(failure.getMessage()), row.storedAt());
    }
  }

  private Step broken(JournalRow row, String why) {
    Shipment known = state instanceof Shipment shipment ? shipment : null;
    ShipmentEvent event = new ShipmentEvent.Unreadable(why, row.storedAt());
    return step(row, event, new ShipmentState.Quarantined(why, known), why);
  }

  private Step step(
      JournalRow row, ShipmentEvent event, ShipmentState after, @Nullable String fault) {
    long number = row.sequenceNumber();
    Change change = new Change.OfShipment(id, number, state, event, after, row.storedAt());
    return new Step(new ShipmentFold(id, after, number), change, fault);
  }
}
