package dev.crossdock.estimate;

import dev.crossdock.flow.Step;
import java.util.Map;

/**
 * What the journal knows of all nodes' work: how long partners took for the steps of orders. It is
 * there from the start, while gateways begin without any knowledge.
 *
 * @param steps from when a step could begin until it was done, by partner
 */
public record Past(Map<String, Map<Step, Done>> steps) {
  public static final Past NONE = new Past(Map.of());

  public Past {
    steps = Map.copyOf(steps);
  }

  /**
   * What became of a step.
   *
   * @param recent how long it took lately
   * @param lastDay counted over the last 24 hours
   */
  public record Done(Quantiles recent, Counts lastDay) {}

  /**
   * Steps that came to an end, and what happened on the way.
   *
   * @param unanswered attempts without an answer
   * @param inDoubt times that nobody could tell
   * @param parked times that the partner was out
   */
  public record Counts(long succeeded, long refused, long unanswered, long inDoubt, long parked) {
    public static final Counts NONE = new Counts(0, 0, 0, 0, 0);

    /** Both together. */
    public Counts plus(Counts other) {
      return new Counts(
          succeeded + other.succeeded,
          refused + other.refused,
          unanswered + other.unanswered,
          inDoubt + other.inDoubt,
          parked + other.parked);
    }
  }

  /** All that is known of a partner. */
  public Map<Step, Done> of(String partner) {
    return steps.getOrDefault(partner, Map.of());
  }

  /** How long a step took lately. */
  Quantiles took(String partner, Step step) {
    Done done = of(partner).get(step);
    return done == null ? Quantiles.NONE : done.recent();
  }
}
