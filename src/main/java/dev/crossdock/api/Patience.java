package dev.crossdock.api;

import dev.crossdock.order.Order;
import dev.crossdock.order.OrderReply;
import dev.crossdock.order.OrderState;
import dev.crossdock.order.Orders;
import dev.crossdock.order.Recorded;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.stream.Materializer;
import org.apache.pekko.stream.javadsl.JavaFlowSupport;
import org.apache.pekko.stream.javadsl.Sink;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Waits with a client for an order to get somewhere. Holds no thread while it does. */
final class Patience {
  private static final Logger LOG = LoggerFactory.getLogger(Patience.class);

  private final Materializer materializer;
  private final Orders orders;

  Patience(ActorSystem<?> system, Orders orders) {
    this.materializer = Materializer.matFromSystem(system);
    this.orders = orders;
  }

  /**
   * The order once it is confirmed, over or needs somebody, or as it is when patience ends.
   *
   * @param first the order as it is now
   */
  CompletionStage<OrderReply.Now> until(OrderReply.Now first, Duration patience) {
    if (patience.isZero() || !(first.state() instanceof Order order) || isSettled(order)) {
      return CompletableFuture.completedFuture(first);
    }
    return JavaFlowSupport.Source.fromPublisher(orders.follow(order.id(), first.version()))
        .takeWhile(recorded -> !isSettled(recorded.after()), true)
        .takeWithin(patience)
        .runWith(Sink.lastOption(), materializer)
        .exceptionally(
            failure -> {
              LOG.warn("cannot follow {} any further", order.id(), failure);
              return Optional.empty();
            })
        .thenApply(last -> last.map(recorded -> now(first, recorded)).orElse(first));
  }

  private static OrderReply.Now now(OrderReply.Now first, Recorded last) {
    OrderState state = last.after();
    return new OrderReply.Now(state, last.version(), first.changed());
  }

  private static boolean isSettled(Order order) {
    return order.phase() != Order.Phase.OPEN
        || order.status().isTerminal()
        || order.needsSomebody();
  }
}
