package dev.crossdock.api.stream;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.pekko.actor.typed.ActorSystem;

/**
 * The heartbeat of all streams of a node: one timer that goes round, in place of one a stream. Each
 * stream has its place in the round, so that they do not all speak at once.
 */
public final class Pulse {
  private static final Duration STEP_MIN = Duration.ofMillis(50);
  private static final int SLOTS_MAX = 64;

  private final StreamTerms terms;
  private final List<Set<Beating>> slots;
  private int next;
  private volatile boolean ended;

  /** One that is to be told that time passes. Called by any thread. */
  interface Beating {
    void beat();

    /** The node stops: end in good order, and now. */
    void end();
  }

  /** Begins to beat, until the system ends. */
  public Pulse(ActorSystem<?> system, StreamTerms terms) {
    this.terms = terms;
    long steps = terms.heartbeat().dividedBy(STEP_MIN);
    int count = Math.clamp(steps, 1, SLOTS_MAX);
    this.slots = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      slots.add(ConcurrentHashMap.newKeySet());
    }
    Duration step = terms.heartbeat().dividedBy(count);
    system.scheduler().scheduleWithFixedDelay(step, step, this::step, system.executionContext());
  }

  StreamTerms terms() {
    return terms;
  }

  /** Where to {@link #leave} again. */
  int join(Beating stream) {
    int slot = Math.min(slots.size() - 1, (int) (terms.dice().getAsDouble() * slots.size()));
    slots.get(slot).add(stream);
    if (ended) {
      stream.end();
    }
    return slot;
  }

  void leave(int slot, Beating stream) {
    slots.get(slot).remove(stream);
  }

  /** Ends all streams between two events, and every one that is begun from now on. */
  public void end() {
    ended = true;
    slots.forEach(slot -> slot.forEach(Beating::end));
  }

  /** How many streams there are. */
  public int streams() {
    return slots.stream().mapToInt(Set::size).sum();
  }

  private void step() {
    slots.get(next).forEach(Beating::beat);
    next = (next + 1) % slots.size();
  }
}
