package dev.crossdock.shipment;

/** What a shipment says to whoever asked something of it. */
public sealed interface ShipmentReply {

  /**
   * It is done, and durable, or there was nothing to do.
   *
   * @param state a {@link Shipment} or {@link ShipmentState.Quarantined}
   * @param version number of events, 1 and up
   * @param changed whether this very command changed something
   */
  record Now(ShipmentState state, long version, boolean changed) implements ShipmentReply {}

  /** It is not done, and nothing has changed. */
  record No(Refusal why) implements ShipmentReply {}
}
