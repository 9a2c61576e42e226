package dev.crossdock.estimate;

import java.time.Instant;
import java.util.List;

/**
 * What waits in a gateway to be sent.
 *
 * @param promises of some that wait, evenly spread, the earliest first; empty when nobody does
 */
public record QueueStatus(int length, List<Instant> promises) {
  public static final QueueStatus EMPTY = new QueueStatus(0, List.of());

  public QueueStatus {
    promises = List.copyOf(promises);
  }

  /** How many go before one with that promise. */
  long ahead(Instant promise) {
    if (promises.isEmpty()) {
      return length;
    }
    long earlier = promises.stream().filter(other -> !other.isAfter(promise)).count();
    return length * earlier / promises.size();
  }
}
