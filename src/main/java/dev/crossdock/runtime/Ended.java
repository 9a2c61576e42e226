package dev.crossdock.runtime;

import dev.crossdock.flow.Report;
import org.apache.pekko.actor.typed.ActorRef;

/**
 * A call has come to an end.
 *
 * @param child whoever ran it: what another one says of the same call is out of date
 */
record Ended(Report report, ActorRef<?> child) {}
