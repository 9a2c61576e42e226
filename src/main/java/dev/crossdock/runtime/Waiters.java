package dev.crossdock.runtime;

import java.util.ArrayDeque;
import java.util.Deque;
import org.apache.pekko.actor.typed.ActorRef;

/** Whoever waits for an order to go on. Bounded: the one that has waited longest makes room. */
final class Waiters {
  private static final int WAITERS_MAX = 1000;

  private final Deque<ActorRef<Progress>> waiting = new ArrayDeque<>(0);

  void add(ActorRef<Progress> waiter) {
    if (waiting.size() == WAITERS_MAX) {
      waiting.removeFirst();
    }
    waiting.addLast(waiter);
  }

  /** All are told, and come again if they want more. */
  void told(Progress progress) {
    while (!waiting.isEmpty()) {
      waiting.removeFirst().tell(progress);
    }
  }
}
