package dev.crossdock.runtime;

import dev.crossdock.claim.Claimant;
import dev.crossdock.claim.Subject;
import dev.crossdock.order.Directive;
import dev.crossdock.partner.Update;
import dev.crossdock.shipment.ShipmentReply;
import org.apache.pekko.actor.typed.ActorRef;

/** What a shipment's entity is told. */
sealed interface ShipmentMessage {

  /** Its order says what it wants; it says so again until it hears that this is known. */
  record Direct(Directive directive) implements ShipmentMessage, Wire {}

  record Find(ActorRef<ShipmentReply> replyTo) implements ShipmentMessage, Wire {}

  /** The order has journalled the summary of this version. */
  record SummaryTaken(long version) implements ShipmentMessage, Wire {}

  record SubjectOwned(Subject subject, Claimant owner) implements ShipmentMessage, Wire {}

  record Called(String callbackId, String partner, Update update, ActorRef<Handed> replyTo)
      implements ShipmentMessage, Wire {}

  /** Somebody thinks that this shipment may have something to do. */
  record Wake() implements ShipmentMessage, Wire {}

  record CallEnded(Ended ended) implements ShipmentMessage {}

  /** A moment that was waited for has come. */
  record TimeCame() implements ShipmentMessage {}

  /** Time to say again what nobody has acknowledged. */
  record TellAgain() implements ShipmentMessage {}

  /** Nothing was said for a while. */
  record Idle() implements ShipmentMessage {}

  record Stop() implements ShipmentMessage {}
}
