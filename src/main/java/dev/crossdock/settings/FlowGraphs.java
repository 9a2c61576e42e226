package dev.crossdock.settings;

import dev.crossdock.flow.Backoff;
import dev.crossdock.flow.Flow;
import dev.crossdock.flow.FlowRules;
import dev.crossdock.flow.Milestone;
import dev.crossdock.flow.Step;
import dev.crossdock.flow.StepPolicy;
import dev.crossdock.flow.StepPolicy.Exhausted;
import dev.crossdock.partner.PartnerKind;
import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Reads {@code crossdock.flows}; what a step leaves out is as in {@code step-defaults}. */
final class FlowGraphs {
  private static final Pattern NAME = Pattern.compile("[a-z0-9-]{1,40}");
  private static final Map<String, Step> STEPS = Texts.labels(Step.values(), Step::label);
  private static final Map<String, Milestone> MILESTONES =
      Texts.labels(Milestone.values(), Milestone::name);
  private static final Map<String, Exhausted> EXHAUSTED =
      Texts.labels(Exhausted.values(), it -> it.name().toLowerCase(Locale.ROOT));
  private static final Duration SHORTEST = Duration.ofMillis(1);
  private static final Duration LONGEST = Duration.ofDays(36_500);

  private final Map<Step, Section> defaults = new EnumMap<>(Step.class);
  private final Map<Step, Set<Step>> usualNeeds = new EnumMap<>(Step.class);

  /** Reads what a step is like when its flow says nothing of it. */
  FlowGraphs(Section stepDefaults) {
    for (Step step : Step.values()) {
      Section section = stepDefaults.section(step.label());
      defaults.put(step, section);
      usualNeeds.put(step, policy(section, needs(section)).needs());
      section.done();
    }
    stepDefaults.done();
  }

  /**
   * The flows that can be offered, by name. One that needs a partner of a kind that is not there is
   * a fault, unless it is optional: then it is left out.
   */
  Map<String, Flow> from(Section flows, Section flowDefaults, Set<PartnerKind> there) {
    flowDefaults.flag("optional");
    graph("flow-defaults", flowDefaults);
    Map<String, Flow> found = new TreeMap<>();
    for (String name : flows.keys()) {
      Section section = flows.section(name, flowDefaults);
      if (!NAME.matcher(name).matches()) {
        section.fault("a flow's name is 1 to 40 of a to z, 0 to 9 and hyphen");
      }
      boolean isOptional = section.flag("optional");
      Flow flow = graph(name, section);
      FlowRules.faults(flow).forEach(section::fault);
      Set<PartnerKind> missing = missing(flow, there);
      if (missing.isEmpty() || !isOptional) {
        missing.forEach(kind -> flows.fault(name, needsPartner(kind)));
        found.put(name, flow);
      }
    }
    return found;
  }

  private static Set<PartnerKind> missing(Flow flow, Set<PartnerKind> there) {
    Set<PartnerKind> missing = EnumSet.noneOf(PartnerKind.class);
    flow.steps().keySet().forEach(step -> missing.add(step.kind()));
    missing.removeAll(there);
    return missing;
  }

  private static String needsPartner(PartnerKind kind) {
    return "needs a partner of kind " + kind.label() + "; none is configured";
  }

  private Flow graph(String name, Section section) {
    Flow flow =
        new Flow(
            name,
            section.whole("version", 1, 1_000_000),
            steps(section.section("steps")),
            Set.copyOf(Texts.someOf(section, "milestones", MILESTONES)),
            section.duration("close-after", SHORTEST, LONGEST));
    section.done();
    return flow;
  }

  private Map<Step, StepPolicy> steps(Section steps) {
    Map<Step, Section> found = new EnumMap<>(Step.class);
    for (Step step : Step.values()) {
      if (steps.has(step.label())) {
        found.put(step, steps.section(step.label(), defaults.get(step)));
      }
    }
    steps.done();
    Map<Step, StepPolicy> policies = new EnumMap<>(Step.class);
    found.forEach(
        (step, section) -> {
          boolean says = section.hasItself("needs");
          policies.put(
              step, policy(section, says ? needs(section) : usualNeeds(step, found.keySet())));
          section.done();
        });
    return policies;
  }

  /**
   * Where a flow does without a step that is usually needed, what that one needs takes its place.
   */
  private Set<Step> usualNeeds(Step step, Set<Step> flow) {
    Set<Step> needs = EnumSet.noneOf(Step.class);
    gatherNeeds(step, flow, needs, EnumSet.of(step));
    return needs;
  }

  private void gatherNeeds(Step step, Set<Step> flow, Set<Step> needs, Set<Step> seen) {
    for (Step need : usualNeeds.getOrDefault(step, Set.of())) {
      if (flow.contains(need)) {
        needs.add(need);
      } else if (seen.add(need)) {
        gatherNeeds(need, flow, needs, seen);
      }
    }
  }

  private static Set<Step> needs(Section section) {
    return Set.copyOf(Texts.someOf(section, "needs", STEPS));
  }

  private static StepPolicy policy(Section section, Set<Step> needs) {
    Duration deadline = section.duration("deadline", SHORTEST, Duration.ofMinutes(10));
    return new StepPolicy(
        needs,
        deadline,
        section.whole("attempts-max", 1, 1000),
        backoff(section.section("backoff")),
        section.duration("parked-for", Duration.ZERO, LONGEST),
        section.has("settle")
            ? section.duration("settle", SHORTEST, LONGEST)
            : deadline.multipliedBy(2),
        Texts.oneOf(section, "exhausted", EXHAUSTED).orElse(Exhausted.FAIL));
  }

  private static Backoff backoff(Section section) {
    Duration first = section.duration("first", SHORTEST, Duration.ofDays(1));
    Duration max = section.duration("max", SHORTEST, Duration.ofDays(1));
    if (max.compareTo(first) < 0) {
      section.fault("max", "is shorter than first");
    }
    section.done();
    return new Backoff(first, max);
  }
}
