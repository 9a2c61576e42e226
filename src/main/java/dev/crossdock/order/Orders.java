package dev.crossdock.order;

import dev.crossdock.trade.OrderId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

/**
 * All orders, wherever they are. Every stage may fail with {@link Unavailable}: then nobody can
 * tell, and asking again is safe.
 */
public interface Orders {

  /**
   * Places an order, durable once the stage completes. The same id with the same fingerprint again
   * is answered with the order as it is now, unchanged.
   */
  CompletionStage<OrderReply> place(OrderCommand.Place place);

  /** The order as it is now; {@link Refusal#NO_SUCH_ORDER} if there is none. */
  CompletionStage<OrderReply> find(OrderId id);

  /** Has whoever keeps it in memory, or a shipment of it, read it anew before it is next shown. */
  void forget(Order order);

  CompletionStage<OrderReply> cancel(OrderId id, OrderCommand.Cancel cancel);

  /**
   * A page of its journal, oldest first; empty when there is no such order.
   *
   * @param after the version to begin behind; 0 for all
   * @param limit 1 and up
   */
  CompletionStage<List<Recorded>> events(OrderId id, long after, int limit);

  /**
   * Its journal from there on, first what is stored, then live, nothing lost or repeated. Completes
   * behind the event that makes the order DELIVERED or terminal.
   *
   * @param after the version to begin behind; 0 for all
   */
  Flow.Publisher<Recorded> follow(OrderId id, long after);

  /**
   * Several journals at once, each from there on as {@link #follow} has it. Completes when all are
   * over.
   *
   * @param after of each order, which must exist, the version to begin behind
   * @param undeliveredMax so many events may have happened since and wait to be taken; a follower
   *     further behind gets a {@link News.Resync} in their place
   */
  Flow.Publisher<News> followAll(Map<OrderId, Long> after, int undeliveredMax);
}
