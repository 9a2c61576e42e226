package dev.crossdock.flow;

import java.time.Duration;
import java.util.Set;

/**
 * What a flow says of one of its steps.
 *
 * @param needs the steps that must have succeeded before
 * @param deadline of one call: connect, wait and body together; above zero
 * @param attemptsMax after so many the step is parked, not hammered; 1 or more
 * @param parkedFor how long after its start a parked step is given up; zero: at once
 * @param settle how long after a call without an answer the partner may still act on it
 * @param exhausted what giving up means
 */
public record StepPolicy(
    Set<Step> needs,
    Duration deadline,
    int attemptsMax,
    Backoff backoff,
    Duration parkedFor,
    Duration settle,
    Exhausted exhausted) {

  /** What becomes of the order when a step is given up. */
  public enum Exhausted {
    /** It fails, and what it has acquired is given back. */
    FAIL,
    /** It goes on without. */
    SKIP
  }

  public StepPolicy {
    needs = Set.copyOf(needs);
  }
}
