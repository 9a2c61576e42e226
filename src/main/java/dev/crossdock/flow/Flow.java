package dev.crossdock.flow;

import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/**
 * A graph of steps under a name and a version. An order keeps the version that it began with.
 *
 * @param version 1 or more
 * @param milestones what the customer is told of; of no effect without the step notify
 * @param closeAfter how long after its delivery an order is closed
 */
public record Flow(
    String name,
    int version,
    Map<Step, StepPolicy> steps,
    Set<Milestone> milestones,
    Duration closeAfter) {

  public Flow {
    steps = Collections.unmodifiableMap(new EnumMap<>(steps));
    milestones = Set.copyOf(milestones);
  }

  public boolean has(Step step) {
    return steps.containsKey(step);
  }

  /**
   * The policy of a step of this flow.
   *
   * @throws IllegalArgumentException when the flow does not have the step
   */
  public StepPolicy policy(Step step) {
    StepPolicy policy = steps.get(step);
    if (policy == null) {
      throw new IllegalArgumentException("flow " + name + " has no step " + step.label());
    }
    return policy;
  }

  /** Whether the customer is to be told of it. */
  public boolean tellsOf(Milestone milestone) {
    return has(Step.NOTIFY) && milestones.contains(milestone);
  }

  /** Whether {@code later} cannot begin before {@code earlier} has succeeded. */
  public boolean needs(Step later, Step earlier) {
    Set<Step> needs = policy(later).needs();
    return needs.contains(earlier) || needs.stream().anyMatch(step -> needs(step, earlier));
  }
}
