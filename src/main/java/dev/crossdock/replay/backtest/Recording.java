package dev.crossdock.replay.backtest;

import dev.crossdock.order.OrderEvent;
import dev.crossdock.trade.ShipmentId;
import java.util.List;
import java.util.Map;

/**
 * An order as the journal has it, to be played again.
 *
 * @param tape of the order itself
 * @param shipments their tapes
 * @param wishes what else was said to the order
 * @param course how it went
 */
record Recording(
    OrderEvent.Placed placed,
    Tape tape,
    Map<ShipmentId, Tape> shipments,
    List<Wish> wishes,
    Course course) {}
