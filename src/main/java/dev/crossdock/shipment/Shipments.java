package dev.crossdock.shipment;

import dev.crossdock.trade.ShipmentId;
import java.util.concurrent.CompletionStage;

/**
 * All shipments, wherever they are. Every stage may fail with {@link
 * dev.crossdock.order.Unavailable}.
 */
public interface Shipments {

  /** The shipment as it is now; {@link Refusal#NO_SUCH_SHIPMENT} if there is none. */
  CompletionStage<ShipmentReply> find(ShipmentId id);
}
