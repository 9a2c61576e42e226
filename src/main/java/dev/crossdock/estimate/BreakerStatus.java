package dev.crossdock.estimate;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether a gateway lets calls through.
 *
 * @param since when it came into this state
 * @param outSince since when its partner has been out, through all tries; absent while CLOSED
 * @param halfOpenAt when it is tried whether the partner is back; absent unless OPEN
 */
public record BreakerStatus(
    State state, Instant since, @Nullable Instant outSince, @Nullable Instant halfOpenAt) {

  /** As circuit breakers call them. */
  public enum State {
    CLOSED,
    OPEN,
    /** A few calls are let through, to see how they fare. */
    HALF_OPEN
  }

  public static BreakerStatus closed(Instant since) {
    return new BreakerStatus(State.CLOSED, since, null, null);
  }
}
