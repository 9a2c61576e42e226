package dev.crossdock.flow;

import java.util.List;

/**
 * What a pure core says to a command.
 *
 * @param <E> its events
 * @param <W> why it may say no
 */
public sealed interface Decision<E, W> {

  /** These are persisted in one write, in this order; at least one. */
  record Accepted<E, W>(List<E> events) implements Decision<E, W> {
    public Accepted {
      events = List.copyOf(events);
    }
  }

  /** Nothing changes, and whoever asked is told why. */
  record Rejected<E, W>(W why) implements Decision<E, W> {}

  /** Nothing changes because nothing new was said: late or repeated. */
  record Ignored<E, W>() implements Decision<E, W> {}
}
