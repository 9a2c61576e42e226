package dev.crossdock.runtime;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The last event of each entity that this node has read or written lately, as many as are worth the
 * memory; what chains the next one to it. For any thread.
 */
final class LastEvents {
  private static final float LOAD = 0.75f;

  private final Map<String, Last> kept;

  /**
   * One that is stored.
   *
   * @param number 0: there is none yet
   * @param hash that the next one covers
   */
  @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
  record Last(long number, byte[] hash) {}

  LastEvents(int keptMax) {
    this.kept =
        new LinkedHashMap<>(16, LOAD, true) {
          private static final long serialVersionUID = 1;

          @Override
          protected boolean removeEldestEntry(Map.Entry<String, Last> eldest) {
            return size() > keptMax;
          }
        };
  }

  /** The one before that number, if it is known. */
  synchronized Optional<Last> before(String id, long number) {
    return Optional.ofNullable(kept.get(id)).filter(last -> last.number() == number - 1);
  }

  synchronized void keep(String id, Last last) {
    kept.put(id, last);
  }

  /** Nobody knows any more. */
  synchronized void forget(String id) {
    kept.remove(id);
  }
}
