package dev.crossdock.settings;

import java.time.Duration;

/**
 * How orders and shipments are kept in memory and woken.
 *
 * @param passivateAfter an entity that has nothing to do leaves memory after so long
 * @param wakePerSecond how many are woken a second after a restart; 1 or more
 * @param shards the same on every node of a cluster, for ever
 * @param snapshotEvery events of one order, shipment or claim after which its state is stored
 * @param tellAgain between two tries of one entity to tell another
 */
public record RuntimeSettings(
    Duration passivateAfter, int wakePerSecond, int shards, int snapshotEvery, Duration tellAgain) {

  static RuntimeSettings from(Section runtime) {
    RuntimeSettings settings =
        new RuntimeSettings(
            runtime.duration("passivate-after", Duration.ofSeconds(1), Duration.ofDays(1)),
            runtime.whole("wake-per-second", 1, 100_000),
            runtime.whole("shards", 1, 10_000),
            runtime.whole("snapshot-every", 1, 1_000_000),
            runtime.duration("tell-again", Duration.ofMillis(100), Duration.ofHours(1)));
    runtime.done();
    return settings;
  }
}
