package dev.crossdock.shipment;

import dev.crossdock.flow.StepEvent;
import dev.crossdock.order.Hold;
import dev.crossdock.order.ShipmentPlan;
import dev.crossdock.partner.Answer.FulfillmentStatus;
import dev.crossdock.partner.Scan;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** What happened to a shipment. Stored for ever: see {@code journal} for names and versions. */
public sealed interface ShipmentEvent {
  Instant at();

  /** The first event: the order wants this carried out. */
  record Opened(ShipmentPlan plan, Instant at) implements ShipmentEvent {}

  /** Something was learnt about a step. */
  record Stepped(StepEvent what) implements ShipmentEvent {
    @Override
    public Instant at() {
      return what.at();
    }
  }

  /** The order's holds have changed. */
  record BlocksChanged(Set<Hold.Block> blocks, Instant at) implements ShipmentEvent {
    public BlocksChanged {
      blocks = Set.copyOf(blocks);
    }
  }

  /** The warehouse is further. */
  record FulfillmentMoved(FulfillmentStatus status, Instant at) implements ShipmentEvent {}

  /** The carrier told of these for the first time. */
  record Scanned(List<Scan> scans, Instant at) implements ShipmentEvent {
    public Scanned {
      scans = List.copyOf(scans);
    }
  }

  /** The order wants it back: what was acquired is undone, unless a partner does not let go. */
  record Recalled(Instant at) implements ShipmentEvent {}

  record RecallRefused(String reason, Instant at) implements ShipmentEvent {}

  /** All that could be given back is. */
  record Cancelled(Instant at) implements ShipmentEvent {}

  /**
   * Stands where the journal has something that cannot be read: from here on nothing is guessed.
   * Never stored.
   *
   * @param reason what is wrong with it
   */
  record Unreadable(String reason, Instant at) implements ShipmentEvent {}
}
