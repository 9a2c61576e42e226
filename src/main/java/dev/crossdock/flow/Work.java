package dev.crossdock.flow;

import dev.crossdock.flow.LedgerEntry.State;
import dev.crossdock.flow.Step.Part;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All that one order or one shipment does at partners: its steps, what they acquired, its notices.
 *
 * @param unwinding whether it is given up: nothing new is begun, and what was acquired is undone
 */
public record Work(Flow flow, Steps steps, Ledger ledger, Notices notices, boolean unwinding) {

  public static Work begin(Flow flow, Part part, Instant at) {
    return new Work(flow, Steps.begin(flow, part, at), Ledger.empty(), Notices.none(), false);
  }

  /** The work after something was learnt about a step. */
  public Work after(StepEvent event) {
    if (event.step() == Step.NOTIFY) {
      return new Work(flow, steps, ledger, notices.after(event), unwinding);
    }
    Work next = new Work(flow, steps.after(event), ledger.after(event), notices, unwinding);
    return unwinding ? next.unwound(event.at()) : next;
  }

  /** The work from the moment that it is given up: what is held goes back, the rest is dropped. */
  public Work unwound(Instant at) {
    Set<Step> fresh = ledger.of(State.HELD);
    return new Work(
        flow, steps.undoing(fresh, at), ledger.marked(fresh, State.RELEASING), notices, true);
  }

  /**
   * The work when giving up is called off, because a partner does not take something back.
   *
   * @param awaiting steps whose partner goes on telling by callback
   */
  public Work rewound(Set<Step> awaiting, Instant at) {
    return new Work(flow, steps.rewound(awaiting, at), ledger.rewound(), notices, false);
  }

  /** Calls that an earlier life of the entity may have sent: what acquires something is asked. */
  public Set<CallId> suspects() {
    return steps.runs().entrySet().stream()
        .filter(e -> e.getKey().acquires() && e.getValue().mayHaveBeenSent())
        .map(e -> CallId.forward(e.getKey(), e.getValue().revision()))
        .collect(Collectors.toSet());
  }

  /** With what was acquired by those steps used up: it is not ours to give back any more. */
  public Work consumed(Set<Step> by) {
    return new Work(flow, steps, ledger.marked(by, State.CONSUMED), notices, unwinding);
  }

  public Work reached(Milestone milestone, Instant at) {
    return new Work(flow, steps, ledger, notices.reached(milestone, flow, at), unwinding);
  }

  /** The run that a call belongs to. */
  public Optional<StepRun> run(CallId call) {
    Optional<StepRun> run =
        call.step() == Step.NOTIFY
            ? Optional.ofNullable(notices.runs().get(Milestone.ofRevision(call.revision())))
            : steps.run(call.step());
    return run.filter(found -> found.revision() == call.revision());
  }

  /** When something is due next, or was; empty when nothing waits for time to pass. */
  public Optional<Instant> nextDue() {
    return dueTimes().min(Instant::compareTo);
  }

  /** The next moment after that at which something is due; what is due already is not looked at. */
  public Optional<Instant> nextDue(Instant after) {
    return dueTimes().filter(due -> due.isAfter(after)).min(Instant::compareTo);
  }

  private Stream<Instant> dueTimes() {
    return Stream.concat(steps.runs().values().stream(), notices.runs().values().stream())
        .flatMap(run -> run.nextDue().stream());
  }

  /** Whether nothing is under way any more, forward or back. A verdict to come is only debt. */
  public boolean isAtRest() {
    return steps.allAtRest();
  }

  /** Whether what the step acquired may be undone: whatever was built upon it is gone. */
  public boolean mayUndo(Step step) {
    return ledger.heldBy().stream().noneMatch(other -> other != step && flow.needs(other, step))
        && steps.runs().entrySet().stream()
            .noneMatch(e -> e.getValue().state().isOpen() && flow.needs(e.getKey(), step));
  }
}
