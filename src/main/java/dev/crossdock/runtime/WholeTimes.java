package dev.crossdock.runtime;

import dev.crossdock.estimate.Digest;
import dev.crossdock.estimate.Operation;
import dev.crossdock.estimate.Quantiles;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How long it was from when a call could be made until its entity had the answer: what orders
 * experience, the journal's part and all queues included. Safe for use by many threads.
 */
final class WholeTimes {
  /** What took longer had been forgotten or asleep: that says nothing of calls. */
  private static final Duration LONGEST = Duration.ofMinutes(2);

  private final Map<Key, Digest> digests = new ConcurrentHashMap<>();

  private record Key(String partner, Operation operation) {}

  void took(String partner, Operation operation, Duration whole, Instant now) {
    if (whole.compareTo(LONGEST) < 0) {
      Digest digest = digests.computeIfAbsent(new Key(partner, operation), any -> new Digest());
      synchronized (digest) {
        digest.record(whole, now.toEpochMilli());
      }
    }
  }

  Quantiles of(String partner, Operation operation, Instant now) {
    Digest digest = digests.get(new Key(partner, operation));
    if (digest == null) {
      return Quantiles.NONE;
    }
    synchronized (digest) {
      return digest.quantiles(now);
    }
  }
}
