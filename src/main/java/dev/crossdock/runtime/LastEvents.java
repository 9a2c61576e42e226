package dev.crossdock.runtime;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.pekko.actor.AbstractExtensionId;
import org.apache.pekko.actor.ActorSystem;
import org.apache.pekko.actor.ExtendedActorSystem;
import org.apache.pekko.actor.Extension;

/**
 * The last event of each entity that this node has read or written lately, as many as are worth the
 * memory; what chains the next one to it. One an actor system, for any thread.
 */
final class LastEvents implements Extension {
  private static final float LOAD = 0.75f;

  private final Map<String, Last> kept;
  private final Set<String> fresh = new HashSet<>();

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
            boolean isOver = size() > keptMax;
            if (isOver) {
              fresh.remove(eldest.getKey());
            }
            return isOver;
          }
        };
  }

  /** Makes the one of an actor system. */
  private static final class Id extends AbstractExtensionId<LastEvents> {
    static final Id ID = new Id();

    @Override
    public LastEvents createExtension(ExtendedActorSystem system) {
      return new LastEvents(system.settings().config().getInt("jdbc-journal.last-events-max"));
    }
  }

  static LastEvents of(ActorSystem system) {
    return Id.ID.get(system);
  }

  /** The one before that number, if it is known. */
  synchronized Optional<Last> before(String id, long number) {
    return Optional.ofNullable(kept.get(id)).filter(last -> last.number() == number - 1);
  }

  synchronized void keep(String id, Last last) {
    if (isNews(id, last)) {
      kept.put(id, last);
      fresh.remove(id);
    }
  }

  /** One that was just read, for the recovery that goes on. */
  synchronized void keepFresh(String id, Last last) {
    if (isNews(id, last)) {
      kept.put(id, last);
      fresh.add(id);
    }
  }

  /** Something may have been written after it was read. */
  private boolean isNews(String id, Last last) {
    Last known = kept.get(id);
    return known == null || known.number() <= last.number();
  }

  /** What was read for this recovery, once; nothing if something was written since. */
  synchronized Optional<Last> fresh(String id) {
    return fresh.remove(id) ? Optional.ofNullable(kept.get(id)) : Optional.empty();
  }

  /** Nobody knows any more. */
  synchronized void forget(String id) {
    kept.remove(id);
    fresh.remove(id);
  }
}
