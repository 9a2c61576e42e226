package dev.crossdock.replay;

import dev.crossdock.journal.JournalSerializers;
import dev.crossdock.order.Invariants;
import dev.crossdock.order.Order;
import dev.crossdock.order.OrderEvent;
import dev.crossdock.shipment.Shipment;
import dev.crossdock.shipment.ShipmentEvent;
import dev.crossdock.view.Change;
import dev.crossdock.view.Codecs;
import dev.crossdock.view.Fold;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Proves the events of an order, or of a shipment, with the very code that a node reads them by.
 */
final class FoldCheck implements EntityCheck {
  private final String id;
  private final Codecs codecs;
  private final Findings findings;
  private Fold fold;
  private @Nullable Change last;

  FoldCheck(String id, Fold begin, Codecs codecs, Findings findings) {
    this.id = id;
    this.fold = begin;
    this.codecs = codecs;
    this.findings = findings;
  }

  @Override
  public void take(StoredEvent event) {
    boolean isHole = event.sequenceNumber() != fold.version() + 1;
    boolean wasTrusted = fold.isTrusted();
    Fold.Step step = fold.after(event.row(), codecs);
    fold = step.next();
    last = step.change();
    String unreadable = unreadable(step.change());
    if (isHole) {
      fault(FaultKind.HOLE, event, "events before it are missing");
    } else if (isMisfit(step, event)) {
      fault(FaultKind.MISFIT, event, String.valueOf(step.fault()));
    } else if (unreadable != null) {
      fault(FaultKind.UNREADABLE, event, unreadable);
    }
    if (event.deleted()) {
      fault(FaultKind.HOLE, event, "is marked as deleted");
    }
    if (event.serializer() != serializer(step.change())) {
      fault(FaultKind.FOREIGN, event, "serializer " + event.serializer());
    }
    if (wasTrusted && fold.isTrusted()) {
      invariants(event, step.change());
    }
  }

  @Override
  public Object state() {
    return switch (last) {
      case Change.OfOrder c -> c.after();
      case Change.OfShipment c -> c.after();
      case null -> "nothing";
    };
  }

  @Override
  public Optional<Change> last() {
    return Optional.ofNullable(last);
  }

  private void invariants(StoredEvent event, Change change) {
    try {
      switch (change) {
        case Change.OfOrder c -> orderIs(c);
        case Change.OfShipment c -> shipmentIs(c);
      }
    } catch (IllegalStateException broken) {
      fault(FaultKind.INVARIANT, event, String.valueOf(broken.getMessage()));
    }
  }

  private static void orderIs(Change.OfOrder change) {
    Order after = Invariants.held((Order) change.after());
    must(after.id().equals(change.id()), "it is the journal of " + after.id());
    if (change.before() instanceof Order before && before.status().isTerminal()) {
      must(after.status() == before.status(), before.status() + " became " + after.status());
    }
  }

  private static void shipmentIs(Change.OfShipment change) {
    Shipment after = (Shipment) change.after();
    must(after.id().equals(change.id()), "it is the journal of " + after.id());
    must(
        !after.captured().isNegative() && !after.captured().exceeds(after.plan().amount()),
        "captured " + after.captured() + " of " + after.plan().amount());
    if (change.before() instanceof Shipment before && before.status().isOver()) {
      must(after.status() == before.status(), before.status() + " became " + after.status());
    }
  }

  private static void must(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalStateException(otherwise);
    }
  }

  private static int serializer(Change change) {
    return switch (change) {
      case Change.OfOrder c -> JournalSerializers.ORDERS;
      case Change.OfShipment c -> JournalSerializers.SHIPMENTS;
    };
  }

  /** A fold says of what could be read, and does not fit, which event it is. */
  private static boolean isMisfit(Fold.Step step, StoredEvent event) {
    String fault = step.fault();
    return fault != null && fault.startsWith("event " + event.sequenceNumber() + ": ");
  }

  /** Why it cannot be read; absent when it can. */
  private static @Nullable String unreadable(Change change) {
    return switch (change) {
      case Change.OfOrder c -> c.event() instanceof OrderEvent.Unreadable e ? e.reason() : null;
      case Change.OfShipment c ->
          c.event() instanceof ShipmentEvent.Unreadable e ? e.reason() : null;
    };
  }

  private void fault(FaultKind kind, StoredEvent event, String detail) {
    findings.fault(new Fault(kind, id, event.sequenceNumber(), detail));
  }
}
