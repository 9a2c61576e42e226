package dev.crossdock.runtime;

import dev.crossdock.claim.Subject;
import dev.crossdock.trade.OrderId;
import dev.crossdock.trade.ShipmentId;
import java.time.Instant;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.apache.pekko.cluster.sharding.typed.ShardingEnvelope;
import org.apache.pekko.cluster.sharding.typed.javadsl.ClusterSharding;
import org.apache.pekko.cluster.sharding.typed.javadsl.Entity;
import org.apache.pekko.cluster.sharding.typed.javadsl.EntityContext;

/** The shard regions of orders, shipments and claims, and the way between their entities. */
final class Regions implements Post {
  private final ClusterSharding sharding;
  private final ActorRef<Reminders.Message> reminders;
  private final ActorRef<FollowerMessage> follower;

  private Regions(
      ClusterSharding sharding,
      ActorRef<Reminders.Message> reminders,
      ActorRef<FollowerMessage> follower) {
    this.sharding = sharding;
    this.reminders = reminders;
    this.follower = follower;
  }

  /** Starts the regions on this node. */
  static Regions start(
      ActorSystem<?> system,
      Partners partners,
      ActorRef<Reminders.Message> reminders,
      ActorRef<FollowerMessage> follower,
      Surroundings surroundings) {
    ClusterSharding sharding = ClusterSharding.get(system);
    Regions post = new Regions(sharding, reminders, follower);
    var root = surroundings.supervision().root();
    root.child("orders", "region");
    root.child("shipments", "region");
    root.child("claims", "region");
    sharding.init(orders(partners, post, surroundings));
    sharding.init(shipments(partners, post, surroundings));
    sharding.init(claims(post, surroundings));
    return post;
  }

  private static Entity<OrderMessage, ShardingEnvelope<OrderMessage>> orders(
      Partners partners, Post post, Surroundings surroundings) {
    return Entity.of(
            OrderEntity.KEY,
            entity ->
                OrderEntity.create(
                    OrderId.ofEntity(entity.getEntityId()),
                    partners,
                    post,
                    surroundings,
                    context -> leave(entity, context)))
        .withStopMessage(new OrderMessage.Stop());
  }

  private static Entity<ShipmentMessage, ShardingEnvelope<ShipmentMessage>> shipments(
      Partners partners, Post post, Surroundings surroundings) {
    return Entity.of(
            ShipmentEntity.KEY,
            entity ->
                ShipmentEntity.create(
                    ShipmentId.ofEntity(entity.getEntityId()),
                    partners,
                    post,
                    surroundings,
                    context -> leave(entity, context)))
        .withStopMessage(new ShipmentMessage.Stop());
  }

  private static Entity<ClaimMessage, ShardingEnvelope<ClaimMessage>> claims(
      Post post, Surroundings surroundings) {
    return Entity.of(
            ClaimEntity.KEY,
            entity ->
                ClaimEntity.create(
                    entity.getEntityId(), post, surroundings, context -> leave(entity, context)))
        .withStopMessage(new ClaimMessage.Stop());
  }

  /** Through the shard, so that what is said meanwhile is not lost. */
  private static <M> void leave(EntityContext<M> entity, ActorContext<M> context) {
    entity.getShard().tell(new ClusterSharding.Passivate<>(context.getSelf()));
  }

  @Override
  public void toOrder(OrderId id, OrderMessage message) {
    sharding.entityRefFor(OrderEntity.KEY, id.entityId()).tell(message);
  }

  @Override
  public void toShipment(ShipmentId id, ShipmentMessage message) {
    sharding.entityRefFor(ShipmentEntity.KEY, id.entityId()).tell(message);
  }

  @Override
  public void toClaim(Subject subject, ClaimMessage message) {
    sharding.entityRefFor(ClaimEntity.KEY, subject.entityId()).tell(message);
  }

  @Override
  public void awake(OrderId id) {
    follower.tell(new FollowerMessage.Woke(id));
  }

  /** Follows orders for this node. */
  ActorRef<FollowerMessage> follower() {
    return follower;
  }

  @Override
  public void remind(OrderId id, Instant at) {
    reminders.tell(new Reminders.Remind(id, at, () -> toOrder(id, new OrderMessage.Wake())));
  }

  @Override
  public void remind(ShipmentId id, Instant at) {
    reminders.tell(new Reminders.Remind(id, at, () -> toShipment(id, new ShipmentMessage.Wake())));
  }
}
