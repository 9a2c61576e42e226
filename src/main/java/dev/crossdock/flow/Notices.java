package dev.crossdock.flow;

import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/** What the customer is told of, once a milestone. Best effort: it stands in nobody's way. */
public record Notices(Map<Milestone, StepRun> runs) {

  public Notices {
    runs = Collections.unmodifiableMap(runs);
  }

  public static Notices none() {
    return new Notices(Map.of());
  }

  /** With a notice of the milestone on its way, if the flow wants one. */
  public Notices reached(Milestone milestone, Flow flow, Instant at) {
    return flow.tellsOf(milestone) && !runs.containsKey(milestone)
        ? with(milestone, StepRun.ready(milestone.revision(), at))
        : this;
  }

  Notices after(StepEvent event) {
    Milestone milestone = Milestone.ofRevision(event.revision());
    StepRun run = runs.get(milestone);
    if (run == null) {
      throw new IllegalStateException("no notice of " + milestone + " for " + event);
    }
    return with(milestone, Steps.moved(run, event));
  }

  private Notices with(Milestone milestone, StepRun run) {
    EnumMap<Milestone, StepRun> next = new EnumMap<>(Milestone.class);
    next.putAll(runs);
    next.put(milestone, run);
    return new Notices(next);
  }
}
