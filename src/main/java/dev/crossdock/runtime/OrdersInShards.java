package dev.crossdock.runtime;

import dev.crossdock.order.Consignment;
import dev.crossdock.order.News;
import dev.crossdock.order.Order;
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
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.function.Function;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.cluster.sharding.typed.javadsl.ClusterSharding;
import org.apache.pekko.japi.Pair;

/** All orders, each in its shard. */
final class OrdersInShards implements Orders {
  /** Of the time that there is, in quarters: how long each asking waits. */
  private static final int[] QUARTERS = {1, 1, 2};

  private final ActorSystem<?> system;
  private final Journal journal;
  private final ActorRef<FollowerMessage> follower;
  private final Duration timeout;

  OrdersInShards(
      ActorSystem<?> system,
      Journal journal,
      ActorRef<FollowerMessage> follower,
      Duration timeout) {
    this.system = system;
    this.journal = journal;
    this.follower = follower;
    this.timeout = timeout;
  }

  @Override
  public CompletionStage<OrderReply> place(OrderCommand.Place place) {
    return askUntilAnswered(place.id(), replyTo -> new OrderMessage.Place(place, replyTo));
  }

  @Override
  public CompletionStage<OrderReply> find(OrderId id) {
    return askUntilAnswered(id, OrderMessage.Find::new);
  }

  /** They leave memory if they have nothing to do, and so are read anew. */
  @Override
  public void forget(Order order) {
    ClusterSharding sharding = ClusterSharding.get(system);
    sharding.entityRefFor(OrderEntity.KEY, order.id().entityId()).tell(new OrderMessage.Wake());
    for (Consignment shipment : order.consignments()) {
      sharding
          .entityRefFor(ShipmentEntity.KEY, shipment.plan().id().entityId())
          .tell(new ShipmentMessage.Wake());
    }
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
    return subscriber -> watch(new OnlyEvents(subscriber), Map.of(id, after), OptionalInt.empty());
  }

  @Override
  public Flow.Publisher<News> followAll(Map<OrderId, Long> after, int undeliveredMax) {
    Map<OrderId, Long> from = Map.copyOf(after);
    return subscriber -> watch(subscriber, from, OptionalInt.of(undeliveredMax));
  }

  private void watch(
      Flow.Subscriber<? super News> subscriber, Map<OrderId, Long> after, OptionalInt max) {
    follower.tell(new FollowerMessage.Opened(new Watch(follower, subscriber, after, max)));
  }

  /** Whoever follows one order is never told to look himself. */
  private record OnlyEvents(Flow.Subscriber<? super Recorded> subscriber)
      implements Flow.Subscriber<News> {
    @Override
    public void onSubscribe(Flow.Subscription subscription) {
      subscriber.onSubscribe(subscription);
    }

    @Override
    public void onNext(News news) {
      switch (news) {
        case News.Happened happened -> subscriber.onNext(happened.recorded());
        case News.Resync resync -> throw new IllegalStateException("nothing is left out");
      }
    }

    @Override
    public void onError(Throwable why) {
      subscriber.onError(why);
    }

    @Override
    public void onComplete() {
      subscriber.onComplete();
    }
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
    return unavailable(askFor(timeout, id, message));
  }

  /**
   * While its shard moves to another node messages may be lost. What may be said twice is; whoever
   * asked waits no longer than for once.
   */
  private CompletionStage<OrderReply> askUntilAnswered(
      OrderId id, Function<ActorRef<OrderReply>, OrderMessage> message) {
    Duration quarter = timeout.dividedBy(4);
    CompletionStage<OrderReply> answer = askFor(quarter.multipliedBy(QUARTERS[0]), id, message);
    for (int asking = 1; asking < QUARTERS.length; asking++) {
      Duration patience = quarter.multipliedBy(QUARTERS[asking]);
      answer = answer.exceptionallyCompose(late -> askFor(patience, id, message));
    }
    return unavailable(answer);
  }

  private CompletionStage<OrderReply> askFor(
      Duration patience, OrderId id, Function<ActorRef<OrderReply>, OrderMessage> message) {
    return ClusterSharding.get(system)
        .entityRefFor(OrderEntity.KEY, id.entityId())
        .ask(message::apply, patience);
  }

  static <T> CompletionStage<T> unavailable(CompletionStage<T> stage) {
    return stage.exceptionally(
        failure -> {
          throw new Unavailable("no answer, so nobody can tell", failure);
        });
  }
}
