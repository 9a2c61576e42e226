package dev.crossdock.order;

/** A shipment as its order sees it: what it was told to do, and what it told last. */
public record Consignment(ShipmentPlan plan, ShipmentSummary summary) {

  /** With a newer summary, if it is this shipment's. */
  Consignment told(ShipmentSummary newer) {
    return newer.id().equals(plan.id()) && newer.version() > summary.version()
        ? new Consignment(plan, newer)
        : this;
  }

  /** Whether it cannot be called back, or has been: asking again changes nothing. */
  boolean isBeyondRecall() {
    return summary.status() == ShipmentStatus.CANCELLED
        || summary.status().isPacked()
        || summary.status().isOver()
        || summary.cancellationRefused() != null;
  }
}
