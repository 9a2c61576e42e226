package dev.crossdock.runtime;

import java.util.concurrent.atomic.AtomicReference;

/**
 * Settles between a gateway that is about to send a call and whoever does not want it any more:
 * only one of the two has its way. Safe for use by many threads.
 */
final class Ticket {
  private enum State {
    OPEN,
    TAKEN,
    WITHDRAWN
  }

  private final AtomicReference<State> state = new AtomicReference<>(State.OPEN);

  /** The call is sent now; false when it is not to be sent any more. */
  boolean take() {
    return state.compareAndSet(State.OPEN, State.TAKEN);
  }

  /** The call is not to be sent; false when it has been already, or was withdrawn before. */
  boolean withdraw() {
    return state.compareAndSet(State.OPEN, State.WITHDRAWN);
  }

  /** Whether neither has had its way yet. */
  boolean isOpen() {
    return state.get() == State.OPEN;
  }

  /** Whether the call has been sent, so that nobody can tell what it has done. */
  boolean isTaken() {
    return state.get() == State.TAKEN;
  }
}
