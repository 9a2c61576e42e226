package dev.crossdock.settings;

import java.time.Duration;

/**
 * How the journal is taken over into the tables that questions are answered from.
 *
 * @param poll how often the journal is looked at; up to five times as long when much comes
 * @param groupSize events taken over in one transaction at most
 * @param groupWithin how long a group may wait for more
 * @param poolSize connections of the read side, beside the journal's; 4 or more
 * @param cacheSize orders and shipments kept in memory while they change
 * @param sweepPerSecond orders and shipments compared with the journal a second; 0: only when asked
 * @param wakeAfter how long something may be on its way before its order is looked after
 */
public record ReadSideSettings(
    Duration poll,
    int groupSize,
    Duration groupWithin,
    int poolSize,
    int cacheSize,
    int sweepPerSecond,
    Duration wakeAfter) {

  static ReadSideSettings from(Section readSide) {
    ReadSideSettings settings =
        new ReadSideSettings(
            readSide.duration("poll", Duration.ofMillis(10), Duration.ofMinutes(1)),
            readSide.whole("group-size", 1, 10_000),
            readSide.duration("group-within", Duration.ofMillis(1), Duration.ofMinutes(1)),
            readSide.whole("pool-size", 4, 100),
            readSide.whole("cache-size", 0, 10_000_000),
            readSide.whole("sweep-per-second", 0, 1_000_000),
            readSide.duration("wake-after", Duration.ofMillis(100), Duration.ofHours(1)));
    readSide.done();
    return settings;
  }
}
