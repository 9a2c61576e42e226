package dev.crossdock.personal;

import dev.crossdock.trade.OrderId;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * The keys of the orders that were last dealt with: as many as fit, and none for longer than it
 * may. A destroyed key is forgotten everywhere by then. Safe to share between threads.
 */
final class KeyCache {
  private static final float LOAD = 0.75f;

  private final long nanosMax;
  private final LongSupplier nanos;
  private final Map<OrderId, Kept> entries;

  private record Kept(List<OrderKey> keys, long since) {}

  /**
   * @param max how many orders
   * @param keptFor how long each at most
   * @param nanos a clock that only goes forward
   */
  KeyCache(int max, Duration keptFor, LongSupplier nanos) {
    this.nanosMax = keptFor.toNanos();
    this.nanos = nanos;
    this.entries =
        new LinkedHashMap<>(16, LOAD, true) {
          private static final long serialVersionUID = 1;

          @Override
          protected boolean removeEldestEntry(Map.Entry<OrderId, Kept> eldest) {
            return size() > max;
          }
        };
  }

  /** All keys of the order, as they are stored. */
  synchronized void put(OrderId order, List<OrderKey> keys) {
    entries.put(order, new Kept(List.copyOf(keys), nanos.getAsLong()));
  }

  synchronized void forget(OrderId order) {
    entries.remove(order);
  }

  /** The order's keys, if they may still be used. */
  synchronized Optional<List<OrderKey>> find(OrderId order) {
    return younger(order, nanosMax);
  }

  /** Whether they may be used for a while yet: what begins with them can end with them. */
  synchronized boolean isFresh(OrderId order) {
    return younger(order, nanosMax / 2).isPresent();
  }

  private Optional<List<OrderKey>> younger(OrderId order, long nanosAge) {
    Kept kept = entries.get(order);
    return kept == null || nanos.getAsLong() - kept.since() >= nanosAge
        ? Optional.empty()
        : Optional.of(kept.keys());
  }
}
