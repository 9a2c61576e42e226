package dev.crossdock.replay;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a journal was found to be like.
 *
 * @param entities orders, shipments and claims together
 * @param bytes of all events
 * @param chained events that have a hash
 * @param snapshots that were compared
 * @param rows of the read side that were compared; empty when there is no read side
 * @param counts of faults, only of kinds that there are
 * @param first faults, {@link Findings#KEPT_MAX} at most
 */
public record Report(
    long entities,
    long events,
    long bytes,
    long chained,
    long snapshots,
    Optional<Long> rows,
    Duration took,
    Map<FaultKind, Long> counts,
    List<Fault> first) {

  public Report {
    counts = Map.copyOf(counts);
    first = List.copyOf(first);
  }

  /** Whether nothing is wrong. */
  public boolean isSound() {
    return counts.isEmpty();
  }

  /** So many events were taken in a second. */
  public double eventsPerSecond() {
    return events * 1e9 / Math.max(1, took.toNanos());
  }
}
