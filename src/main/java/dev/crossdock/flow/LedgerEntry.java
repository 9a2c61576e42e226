package dev.crossdock.flow;

import dev.crossdock.trade.Money;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A thing acquired at a partner.
 *
 * @param step the step that acquired it
 * @param ref the partner's name for it
 * @param expiresAt when the partner lets go of it by itself
 */
public record LedgerEntry(
    Kind kind,
    Step step,
    int revision,
    String partner,
    String ref,
    @Nullable Money amount,
    @Nullable Instant expiresAt,
    State state) {

  /** What it is. */
  public enum Kind {
    RESERVATION,
    AUTHORIZATION,
    BOOKING,
    FULFILLMENT,
    CAPTURE
  }

  /** Whether it is still ours to give back. */
  public enum State {
    HELD,
    /** Used up by what it was acquired for. */
    CONSUMED,
    RELEASING,
    RELEASED,
    /** The partner does not take it back. */
    RELEASE_REJECTED,
    STUCK
  }

  /** Whether it stands in the way of the end of an order. */
  public boolean isHeld() {
    return state == State.HELD || state == State.RELEASING;
  }

  LedgerEntry in(State next) {
    return new LedgerEntry(kind, step, revision, partner, ref, amount, expiresAt, next);
  }
}
