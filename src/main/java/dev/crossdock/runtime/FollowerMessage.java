package dev.crossdock.runtime;

import dev.crossdock.order.OrderEvent;
import dev.crossdock.order.OrderState;
import dev.crossdock.order.Recorded;
import dev.crossdock.trade.OrderId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.japi.Pair;

/** What a node's follower of orders is told. */
sealed interface FollowerMessage {

  /** How an order stands, said once to whoever begins to follow it; version 0: there is none. */
  record Standing(OrderId id, OrderState state, long version) implements FollowerMessage, Wire {}

  /**
   * An order has gone on.
   *
   * @param latest the last events, if they were persisted just now; the last of them is {@code
   *     version}
   */
  record Progress(OrderId id, long version, List<OrderEvent> latest)
      implements FollowerMessage, Wire {}

  /** An order's entity is in memory again, somewhere, and knows nobody who follows it. */
  record Awake(OrderId id) implements FollowerMessage, Wire {}

  /** The same, said by an entity of this node: the followers of other nodes are to be told. */
  record Woke(OrderId id) implements FollowerMessage {}

  /** Which followers there are, this one among them. */
  record Followers(Set<ActorRef<FollowerMessage>> all) implements FollowerMessage {}

  record Opened(Watch watch) implements FollowerMessage {}

  record Requested(Watch watch, long more) implements FollowerMessage {}

  record Closed(Watch watch) implements FollowerMessage {}

  /** What the journal has of an order behind what its feed knew; empty when it did not answer. */
  record GapRead(OrderId id, long asked, Optional<List<Pair<Long, OrderEvent>>> rows)
      implements FollowerMessage {}

  /** What one watch has missed of an order; empty when the journal did not answer. */
  record PageRead(Watch watch, OrderId id, Optional<Page> page) implements FollowerMessage {}

  /** A second has passed. */
  record Tick() implements FollowerMessage {}

  /**
   * A part of an order's journal.
   *
   * @param isLast whether nothing that comes behind it is the order's progress
   */
  record Page(List<Recorded> recorded, boolean isLast) {}
}
