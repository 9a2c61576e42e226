package dev.crossdock.runtime;

import dev.crossdock.order.OrderCommand;
import dev.crossdock.order.OrderEvent;
import dev.crossdock.order.OrderReply;
import dev.crossdock.order.Orders;
import dev.crossdock.order.Recorded;
import dev.crossdock.order.Unavailable;
import dev.crossdock.trade.OrderId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.function.Function;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.cluster.sharding.typed.javadsl.ClusterSharding;
import org.apache.pekko.japi.Pair;
import org.apache.pekko.stream.javadsl.AsPublisher;
import org.apache.pekko.stream.javadsl.JavaFlowSupport;

/** All orders, each in its shard. */
final class OrdersInShards implements Orders {
  private final ActorSystem<?> system;
  private final Journal journal;
  private final Follower follower;
  private final Duration timeout;

  OrdersInShards(ActorSystem<?> system, Journal journal, Duration timeout) {
    this.system = system;
    this.journal = journal;
    this.follower = new Follower(system, journal);
    this.timeout = timeout;
  }

  @Override
  public CompletionStage<OrderReply> place(OrderCommand.Place place) {
    return ask(place.id(), replyTo -> new OrderMessage.Place(place, replyTo));
  }

  @Override
  public CompletionStage<OrderReply> find(OrderId id) {
    return ask(id, OrderMessage.Find::new);
  }

  @Override
  public CompletionStage<OrderReply> cancel(OrderId id, OrderCommand.Cancel cancel) {
    return ask(id, replyTo -> new OrderMessage.Cancel(cancel, replyTo));
  }

  @Override
  public CompletionStage<List<Recorded>> events(OrderId id, long after, int limit) {
    return unavailable(
        journal
            .events(id, 1, after + limit)
            .runFold(new Fold(Place.start(), new ArrayList<>()), Fold::with, system)
            .thenApply(fold -> fold.recorded().stream().filter(r -> r.version() > after).toList()));
  }

  @Override
  public Flow.Publisher<Recorded> follow(OrderId id, long after) {
    return follower
        .follow(id, after)
        .runWith(JavaFlowSupport.Sink.asPublisher(AsPublisher.WITHOUT_FANOUT), system);
  }

  private record Fold(Place place, List<Recorded> recorded) {
    Fold with(Pair<Long, OrderEvent> event) {
      Place next = place.after(event.first(), event.second());
      next.recorded(event.second()).ifPresent(recorded::add);
      return new Fold(next, recorded);
    }
  }

  private CompletionStage<OrderReply> ask(
      OrderId id, Function<ActorRef<OrderReply>, OrderMessage> message) {
    return unavailable(
        ClusterSharding.get(system)
            .entityRefFor(OrderEntity.KEY, id.entityId())
            .ask(message::apply, timeout));
  }

  static <T> CompletionStage<T> unavailable(CompletionStage<T> stage) {
    return stage.exceptionally(
        failure -> {
          throw new Unavailable("no answer, so nobody can tell", failure);
        });
  }
}
