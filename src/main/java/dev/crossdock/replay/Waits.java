package dev.crossdock.replay;

import dev.crossdock.flow.Milestone;
import dev.crossdock.flow.Step;
import dev.crossdock.flow.StepEvent;
import dev.crossdock.flow.StepRun;
import dev.crossdock.flow.StepState;
import dev.crossdock.flow.Work;
import dev.crossdock.order.Order;
import dev.crossdock.order.OrderEvent;
import dev.crossdock.shipment.Shipment;
import dev.crossdock.shipment.ShipmentEvent;
import dev.crossdock.view.Change;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Tells how long each event of one order, or of one shipment, was waited for: from the moment that
 * its step could begin, or was last heard of. So the times of one step add up to the whole of it.
 * Not for several threads.
 */
final class Waits {
  private final Map<String, Instant> lastHeard = new HashMap<>();

  /**
   * How long the change was waited for, if it was.
   *
   * @param by who caused it
   */
  @Nullable Waited of(Change change, String by) {
    return switch (change) {
      case Change.OfOrder c ->
          c.before() instanceof Order o && c.event() instanceof OrderEvent.Stepped e
              ? waited(o.work(), e.what().step(), e.what().revision(), by, e.at(), e.what())
              : null;
      case Change.OfShipment c -> c.before() instanceof Shipment s ? of(s, c.event(), by) : null;
    };
  }

  private @Nullable Waited of(Shipment shipment, ShipmentEvent event, String by) {
    return switch (event) {
      case ShipmentEvent.Stepped e ->
          waited(shipment.work(), e.what().step(), e.what().revision(), by, e.at(), e.what());
      case ShipmentEvent.FulfillmentMoved e ->
          waited(shipment.work(), Step.RELEASE_FULFILLMENT, 0, by, e.at(), null);
      case ShipmentEvent.Scanned e -> waited(shipment.work(), Step.TRACK, 0, by, e.at(), null);
      case ShipmentEvent.Opened e -> null;
      case ShipmentEvent.BlocksChanged e -> null;
      case ShipmentEvent.Recalled e -> null;
      case ShipmentEvent.RecallRefused e -> null;
      case ShipmentEvent.Cancelled e -> null;
      case ShipmentEvent.Unreadable e -> null;
    };
  }

  private @Nullable Waited waited(
      Work work, Step step, int revision, String by, Instant at, @Nullable StepEvent what) {
    boolean isNotice = step == Step.NOTIFY;
    StepRun run =
        isNotice
            ? work.notices().runs().get(Milestone.ofRevision(revision))
            : work.steps().run(step).orElse(null);
    Instant since = run == null ? null : since(run);
    Instant heard = lastHeard.put(isNotice ? step.label() + " " + revision : step.label(), at);
    if (heard != null && (since == null || heard.isAfter(since))) {
      since = heard;
    }
    boolean isOwnDecision =
        what instanceof StepEvent.Skipped
            || what instanceof StepEvent.Dropped
            || what instanceof StepEvent.Reopened;
    return since == null || isOwnDecision || at.isBefore(since)
        ? null
        : new Waited(by, step, since, Duration.between(since, at));
  }

  /** When it could begin, forward or back. */
  private static @Nullable Instant since(StepRun run) {
    return run.state() == StepState.UNDO_RUNNING && run.attempts() == 0
        ? run.dueAt()
        : run.startedAt();
  }
}
