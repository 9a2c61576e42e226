package dev.crossdock.runtime;

import dev.crossdock.ops.Health;
import dev.crossdock.trade.OrderId;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.actor.CoordinatedShutdown;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.cluster.MemberStatus;
import org.apache.pekko.cluster.typed.Cluster;
import org.apache.pekko.stream.javadsl.Sink;

/**
 * Whether this node takes part in the cluster, and means to go on to, and whether its journal
 * answers.
 */
final class NodeHealth implements Health {
  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private static final OrderId NOBODY = new OrderId("-", "health");

  private final ActorSystem<?> system;
  private final Journal journal;

  NodeHealth(ActorSystem<?> system, Journal journal) {
    this.system = system;
    this.journal = journal;
  }

  @Override
  public CompletionStage<Map<String, Boolean>> ready() {
    boolean up =
        Cluster.get(system).selfMember().status().equals(MemberStatus.up())
            && CoordinatedShutdown.get(system).getShutdownReason().isEmpty();
    return journal
        .events(NOBODY, 1, 1)
        .completionTimeout(PATIENCE)
        .runWith(Sink.ignore(), system)
        .handle((done, failure) -> failure == null)
        .thenApply(answers -> new TreeMap<>(Map.of("shards", up, "journal", answers)));
  }
}
