package dev.crossdock.partner;

import java.time.Duration;

/**
 * One call to one partner.
 *
 * @param key the idempotency key: the same through every retry, recovery and node
 * @param mode whether to do it or to look up whether it was done
 * @param deadline above zero; holds for connecting, waiting and the answer's body together
 */
public record PartnerCall(Ask ask, String key, Mode mode, Duration deadline) {

  /** What is wanted of the partner. */
  public enum Mode {
    DO,
    /** Only for {@link Ask.Acquiring}: find what was acquired under the key. */
    LOOK_UP
  }
}
