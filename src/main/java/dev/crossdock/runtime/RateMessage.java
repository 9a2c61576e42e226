package dev.crossdock.runtime;

import java.util.List;
import org.apache.pekko.actor.typed.ActorRef;

/** What is said of shared rate limits. */
sealed interface RateMessage {

  /** A node of the cluster wants so many moments at which it may call the partner. */
  record Lease(String partner, int count, ActorRef<RateMessage> replyTo)
      implements RateMessage, Wire {}

  /** It has them: so long from now each. */
  record Granted(String partner, List<Long> waitNanos) implements RateMessage, Wire {}

  /** A gateway of this node needs more. */
  record Wanted(String partner, int count) implements RateMessage {}
}
