package dev.crossdock.runtime;

import dev.crossdock.shipment.ShipmentReply;
import dev.crossdock.shipment.Shipments;
import dev.crossdock.trade.ShipmentId;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.cluster.sharding.typed.javadsl.ClusterSharding;

/** All shipments, each in its shard. */
final class ShipmentsInShards implements Shipments {
  private final ActorSystem<?> system;
  private final Duration timeout;

  ShipmentsInShards(ActorSystem<?> system, Duration timeout) {
    this.system = system;
    this.timeout = timeout;
  }

  @Override
  public CompletionStage<ShipmentReply> find(ShipmentId id) {
    return OrdersInShards.unavailable(
        ClusterSharding.get(system)
            .entityRefFor(ShipmentEntity.KEY, id.entityId())
            .ask(ShipmentMessage.Find::new, timeout));
  }
}
