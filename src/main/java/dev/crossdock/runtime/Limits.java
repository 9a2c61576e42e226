package dev.crossdock.runtime;

import java.time.Duration;

/**
 * The bounds that the actors keep to.
 *
 * @param passivateAfter an entity that has nothing to do leaves memory after so long
 * @param tellAgain how long until something that was not acknowledged is said again
 * @param askTimeout how long whoever is at the edge waits for an entity
 * @param wakePerSecond entities that are woken a second after a start; 1 and up
 * @param childRestartsMax how often the child of one call is begun again before the call failed
 * @param gatewayRestartsMax how often a gateway restarts within a minute before it is given up
 * @param snapshotEvery events of one entity after which its state is kept; 1 and up
 */
public record Limits(
    Duration passivateAfter,
    Duration tellAgain,
    Duration askTimeout,
    int wakePerSecond,
    int childRestartsMax,
    int gatewayRestartsMax,
    int snapshotEvery) {

  /** What is right for a small machine. */
  public static Limits standard() {
    return new Limits(
        Duration.ofSeconds(60), Duration.ofSeconds(5), Duration.ofSeconds(10), 500, 2, 10, 100);
  }
}
