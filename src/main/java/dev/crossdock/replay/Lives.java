package dev.crossdock.replay;

import dev.crossdock.trade.OrderId;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * The past of orders. Every stage may fail with {@link dev.crossdock.order.Unavailable}: then
 * nobody can tell for now.
 */
public interface Lives {

  /** The order as it was. A time that is yet to come is as good as now. */
  CompletionStage<Then> asOf(OrderId id, AsOf when);

  /** All that has happened to the order and its shipments; empty when there is none. */
  CompletionStage<Optional<Life>> of(OrderId id);

  /** What is stored of the order and its shipments, with its hashes; empty when there is none. */
  CompletionStage<Optional<Evidence>> evidence(OrderId id);
}
