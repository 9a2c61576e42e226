package dev.crossdock.runtime;

import dev.crossdock.order.OrderEvent;
import dev.crossdock.order.Recorded;
import dev.crossdock.trade.OrderId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeoutException;
import org.apache.pekko.NotUsed;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.cluster.sharding.typed.javadsl.ClusterSharding;
import org.apache.pekko.japi.Pair;
import org.apache.pekko.pattern.Patterns;
import org.apache.pekko.stream.javadsl.Sink;
import org.apache.pekko.stream.javadsl.Source;

/**
 * Follows an order's journal: asks the entity for news, and takes them from its answer, or from the
 * journal when it is behind. Nothing is kept at the entity but who waits, so it does not matter
 * where the entity is, or whether it moves: whoever waits asks again.
 */
final class Follower {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);

  private final ActorSystem<?> system;
  private final Journal journal;

  Follower(ActorSystem<?> system, Journal journal) {
    this.system = system;
    this.journal = journal;
  }

  /** From behind that version until the order is delivered or terminal. */
  Source<Recorded, NotUsed> follow(OrderId id, long after) {
    return Source.unfoldAsync(Place.start(), place -> step(id, place))
        .mapConcat(news -> news)
        .filter(recorded -> recorded.version() > after);
  }

  private CompletionStage<Optional<Pair<Place, List<Recorded>>>> step(OrderId id, Place place) {
    if (place.isOver()) {
      return CompletableFuture.completedFuture(Optional.empty());
    }
    return ask(id, place.version())
        .thenCompose(
            progress ->
                news(id, place, progress)
                    .thenApply(news -> Optional.of(moved(place, progress, news))));
  }

  private CompletionStage<Progress> ask(OrderId id, long version) {
    return ClusterSharding.get(system)
        .entityRefFor(OrderEntity.KEY, id.entityId())
        .<Progress>ask(replyTo -> new OrderMessage.Await(version, replyTo), PATIENCE)
        .exceptionallyCompose(failure -> nothingYet(failure, version));
  }

  private CompletionStage<Progress> nothingYet(Throwable failure, long version) {
    Progress nothing = new Progress(version, List.of());
    return failure instanceof TimeoutException || failure.getCause() instanceof TimeoutException
        ? CompletableFuture.completedFuture(nothing)
        : Patterns.after(AFTER_FAILURE, system, () -> CompletableFuture.completedFuture(nothing));
  }

  private CompletionStage<List<Pair<Long, OrderEvent>>> news(
      OrderId id, Place place, Progress progress) {
    if (progress.version() <= place.version()) {
      return CompletableFuture.completedFuture(List.of());
    }
    if (progress.version() - progress.latest().size() == place.version()) {
      return CompletableFuture.completedFuture(numbered(place.version(), progress.latest()));
    }
    return journal
        .events(id, place.version() + 1, progress.version())
        .runWith(Sink.seq(), system)
        .thenApply(read -> read);
  }

  private static List<Pair<Long, OrderEvent>> numbered(long before, List<OrderEvent> events) {
    List<Pair<Long, OrderEvent>> numbered = new ArrayList<>();
    events.forEach(event -> numbered.add(Pair.create(before + numbered.size() + 1, event)));
    return numbered;
  }

  /** Stops where the order is over: what comes behind that is nobody's progress. */
  private static Pair<Place, List<Recorded>> moved(
      Place place, Progress progress, List<Pair<Long, OrderEvent>> news) {
    List<Recorded> recorded = new ArrayList<>();
    Place next = place;
    for (Pair<Long, OrderEvent> event : news) {
      next = next.after(event.first(), event.second());
      next.recorded(event.second()).ifPresent(recorded::add);
      if (next.isOver()) {
        break;
      }
    }
    boolean missing = !next.isOver() && next.version() < progress.version();
    return Pair.create(missing ? next.broken("its last events are missing") : next, recorded);
  }
}
