package dev.crossdock.runtime;

import java.util.HashMap;
import java.util.Map;

/**
 * What an entity keeps telling others until they have it. Kept in memory only: after a recovery all
 * is told again, and whoever has it already says so without writing anything.
 *
 * @param <K> whom, or about what
 * @param <V> what
 */
final class Outbox<K, V> {
  private final Map<K, V> acknowledged = new HashMap<>(0);
  private Map<K, V> wanted = Map.of();

  /**
   * From now on these are to be known.
   *
   * @return those that were not wanted before, or differently: to be told at once
   */
  Map<K, V> want(Map<K, V> next) {
    Map<K, V> news = new HashMap<>(next);
    wanted.forEach(news::remove);
    wanted = Map.copyOf(next);
    acknowledged.keySet().retainAll(wanted.keySet());
    return news;
  }

  /** The other side has it; of no effect when another value is wanted meanwhile. */
  void acknowledged(K key, V value) {
    if (value.equals(wanted.get(key))) {
      acknowledged.put(key, value);
    }
  }

  /** What is to be told again. */
  Map<K, V> unacknowledged() {
    Map<K, V> left = new HashMap<>(wanted);
    acknowledged.forEach(left::remove);
    return left;
  }

  boolean isEmpty() {
    return unacknowledged().isEmpty();
  }
}
