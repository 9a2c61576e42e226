package dev.crossdock.runtime;

import dev.crossdock.order.OrderEvent;
import dev.crossdock.order.Recorded;
import dev.crossdock.runtime.FollowerMessage.Progress;
import dev.crossdock.runtime.FollowerMessage.Standing;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.pekko.japi.Pair;

/**
 * How far this node knows one order, for all who watch it here. What it hears may be lost, repeated
 * or out of order; what it knows has no hole: the journal fills them.
 */
final class Feed {
  private static final int RECENT_MAX = 64;

  private final Set<Watch> watches = new LinkedHashSet<>(2);
  private final Deque<Recorded> recent = new ArrayDeque<>(0);
  private Place place = Place.start();
  private long heardOf;
  private boolean reading;
  private boolean answered;
  private long newsAt;

  Set<Watch> watches() {
    return watches;
  }

  /** What is known without a hole. */
  long version() {
    return place.version();
  }

  /** Whether nothing comes behind {@link #version()} that is the order's progress. */
  boolean isOver() {
    return place.isOver();
  }

  /** Whether the entity has said anything at all. */
  boolean isAnswered() {
    return answered;
  }

  /** When there was news, or the journal was asked for some. */
  long newsAt() {
    return newsAt;
  }

  /** Whether nothing was heard of it since then, and nobody is looking. */
  boolean isQuietSince(long then) {
    return !reading && !place.isOver() && newsAt <= then;
  }

  void heard(Standing standing, long now) {
    answered = true;
    if (place.version() == 0 && !place.isOver()) {
      place = new Place(standing.state(), standing.version());
    }
    heardOf = Math.max(heardOf, standing.version());
    newsAt = now;
  }

  void heard(Progress progress, long now) {
    answered = true;
    heardOf = Math.max(heardOf, progress.version());
    newsAt = now;
    long before = progress.version() - progress.latest().size();
    if (before <= place.version() && place.version() < progress.version()) {
      int known = (int) (place.version() - before);
      progress
          .latest()
          .subList(known, progress.latest().size())
          .forEach(event -> take(place.version() + 1, event));
    }
  }

  /** Whether the journal has to be asked for what is missing; it is to be asked once. */
  boolean isMissingSomething() {
    return !reading && !place.isOver() && heardOf > place.version();
  }

  /** The journal is asked for all behind {@link #version()}. */
  void reads(long now) {
    reading = true;
    newsAt = now;
  }

  void readNothing() {
    reading = false;
  }

  /**
   * What the journal has.
   *
   * @param asked the version that it had to have at least
   */
  void read(List<Pair<Long, OrderEvent>> rows, long asked) {
    reading = false;
    rows.stream()
        .filter(row -> row.first() > place.version())
        .forEach(row -> take(row.first(), row.second()));
    if (!place.isOver() && place.version() < asked) {
      place = place.broken("its last events are missing");
    }
  }

  /** The highest version that anybody has spoken of. */
  long heardOf() {
    return heardOf;
  }

  /** Stops where the order is over: what comes behind that is nobody's progress. */
  private void take(long version, OrderEvent event) {
    if (place.isOver()) {
      return;
    }
    place = place.after(version, event);
    place.recorded(event).ifPresent(recent::addLast);
    if (recent.size() > RECENT_MAX) {
      recent.removeFirst();
    }
  }

  /** The event that comes behind that version, if it is still at hand. */
  Optional<Recorded> behind(long version) {
    if (recent.isEmpty()) {
      return Optional.empty();
    }
    long first = recent.getFirst().version();
    if (version + 1 == first) {
      return Optional.of(recent.getFirst());
    }
    return version + 1 < first
        ? Optional.empty()
        : recent.stream().skip(version + 1 - first).findFirst();
  }

  /** Who is slower than this reads the journal: nothing is kept for long. */
  void forgetRecent() {
    recent.clear();
  }

  boolean hasRecent() {
    return !recent.isEmpty();
  }
}
