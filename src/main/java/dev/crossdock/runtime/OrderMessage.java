package dev.crossdock.runtime;

import dev.crossdock.claim.Claimant;
import dev.crossdock.claim.Subject;
import dev.crossdock.order.Directive;
import dev.crossdock.order.OrderCommand;
import dev.crossdock.order.OrderReply;
import dev.crossdock.order.ShipmentSummary;
import dev.crossdock.partner.Update;
import org.apache.pekko.actor.typed.ActorRef;

/** What an order's entity is told. */
sealed interface OrderMessage {

  record Place(OrderCommand.Place command, ActorRef<OrderReply> replyTo)
      implements OrderMessage, Wire {}

  record Cancel(OrderCommand.Cancel command, ActorRef<OrderReply> replyTo)
      implements OrderMessage, Wire {}

  record Find(ActorRef<OrderReply> replyTo) implements OrderMessage, Wire {}

  /** Tell this node how the order stands, and of all that happens while it is in memory. */
  record Follow(ActorRef<FollowerMessage> replyTo) implements OrderMessage, Wire {}

  /** A shipment says how far it is; it says so again until it hears that this is known. */
  record ShipmentTells(ShipmentSummary summary) implements OrderMessage, Wire {}

  /** A shipment has this directive, and has journalled what follows from it. */
  record DirectiveTaken(Directive directive) implements OrderMessage, Wire {}

  record SubjectOwned(Subject subject, Claimant owner) implements OrderMessage, Wire {}

  record Called(String callbackId, String partner, Update update, ActorRef<Handed> replyTo)
      implements OrderMessage, Wire {}

  /** Somebody thinks that this order may have something to do. */
  record Wake() implements OrderMessage, Wire {}

  record CallEnded(Ended ended) implements OrderMessage {}

  /** A moment that was waited for has come. */
  record TimeCame() implements OrderMessage {}

  /** Time to say again what nobody has acknowledged. */
  record TellAgain() implements OrderMessage {}

  /** Nothing was said for a while. */
  record Idle() implements OrderMessage {}

  record Stop() implements OrderMessage {}
}
