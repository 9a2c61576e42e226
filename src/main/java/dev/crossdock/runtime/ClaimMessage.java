package dev.crossdock.runtime;

import dev.crossdock.claim.Callback;
import dev.crossdock.claim.Claimant;
import dev.crossdock.claim.Subject;
import org.apache.pekko.actor.typed.ActorRef;

/** What a claim's entity is told. */
sealed interface ClaimMessage {

  /** The claimant wants to be known by the subject; it is told who owns it. */
  record Stake(Subject subject, Claimant claimant) implements ClaimMessage, Wire {}

  record Deliver(Callback callback, ActorRef<Handed> replyTo) implements ClaimMessage, Wire {}

  /** The owner has said what became of a callback that was kept aside. */
  record OwnerTook(String callbackId) implements ClaimMessage {}

  /** Time to tell the owner again. */
  record TellAgain() implements ClaimMessage {}

  /** Nothing was said for a while. */
  record Idle() implements ClaimMessage {}

  record Stop() implements ClaimMessage {}
}
