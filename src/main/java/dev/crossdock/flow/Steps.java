package dev.crossdock.flow;

import dev.crossdock.flow.StepEvent.AttemptFailed;
import dev.crossdock.flow.StepEvent.CallInDoubt;
import dev.crossdock.flow.StepEvent.Dropped;
import dev.crossdock.flow.StepEvent.Exhausted;
import dev.crossdock.flow.StepEvent.Parked;
import dev.crossdock.flow.StepEvent.Refused;
import dev.crossdock.flow.StepEvent.Reopened;
import dev.crossdock.flow.StepEvent.Skipped;
import dev.crossdock.flow.StepEvent.Succeeded;
import dev.crossdock.flow.StepEvent.Taken;
import dev.crossdock.flow.StepEvent.UndoFailed;
import dev.crossdock.flow.StepEvent.UndoRejected;
import dev.crossdock.flow.StepEvent.UndoTaken;
import dev.crossdock.flow.StepEvent.Undone;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The steps of one order or shipment, each as far as it is. Immutable. */
public final class Steps {
  private final Flow flow;
  private final Map<Step, StepRun> runs;

  private Steps(Flow flow, EnumMap<Step, StepRun> runs) {
    this.flow = flow;
    this.runs = Collections.unmodifiableMap(runs);
  }

  /** All steps of that part of the flow, those that need no other READY. */
  public static Steps begin(Flow flow, Step.Part part, Instant at) {
    EnumMap<Step, StepRun> runs = new EnumMap<>(Step.class);
    flow.steps().keySet().stream()
        .filter(step -> step.part() == part)
        .forEach(step -> runs.put(step, StepRun.pending()));
    return new Steps(flow, opened(flow, runs, at));
  }

  /** The steps of that flow, each as far as it is said to be. */
  public static Steps of(Flow flow, Map<Step, StepRun> runs) {
    EnumMap<Step, StepRun> copy = new EnumMap<>(Step.class);
    copy.putAll(runs);
    return new Steps(flow, copy);
  }

  public Flow flow() {
    return flow;
  }

  public Map<Step, StepRun> runs() {
    return runs;
  }

  public Optional<StepRun> run(Step step) {
    return Optional.ofNullable(runs.get(step));
  }

  public boolean is(Step step, StepState state) {
    StepRun run = runs.get(step);
    return run != null && run.state() == state;
  }

  /** Whether every step has succeeded or was skipped. */
  public boolean allDone() {
    return runs.values().stream().allMatch(run -> run.state().opensOthers());
  }

  /** Whether no step has a call on its way, due, or awaited, forward or back. */
  public boolean allAtRest() {
    return runs.values().stream()
        .noneMatch(run -> run.state().isOpen() || run.state() == StepState.UNDO_RUNNING);
  }

  /** The steps after the event. */
  public Steps after(StepEvent event) {
    StepRun run = runs.get(event.step());
    if (run == null) {
      throw new IllegalStateException("no step " + event.step().label() + " for " + event);
    }
    int revision = event instanceof Reopened ? run.revision() + 1 : run.revision();
    if (event.revision() != revision) {
      throw new IllegalStateException("revision " + revision + " is on, not that of " + event);
    }
    return with(event.step(), moved(run, event), event.at());
  }

  /** These steps as if they had never been undone: the partner keeps what it has. */
  Steps rewound(Set<Step> awaiting, Instant at) {
    EnumMap<Step, StepRun> next = new EnumMap<>(Step.class);
    runs.forEach((step, run) -> next.put(step, run.rewound(awaiting.contains(step), at)));
    return new Steps(flow, opened(flow, next, at));
  }

  /** These steps with the acquired ones being undone from now on, and those not begun dropped. */
  public Steps undoing(Collection<Step> acquired, Instant at) {
    EnumMap<Step, StepRun> next = new EnumMap<>(Step.class);
    runs.forEach((step, run) -> next.put(step, turned(step, run, acquired.contains(step), at)));
    return new Steps(flow, next);
  }

  private static StepRun turned(Step step, StepRun run, boolean acquired, Instant at) {
    if (acquired) {
      return run.undoing(at);
    }
    return mayBeOnItsWay(step, run, at) ? run : run.dropped(at);
  }

  /** Whether a request that acquires something may be under way: that is awaited or looked up. */
  private static boolean mayBeOnItsWay(Step step, StepRun run, Instant at) {
    return switch (run.state()) {
      case READY, RETRY_WAIT, PARKED -> step.acquires() && run.isDue(at);
      case IN_DOUBT -> true;
      // Who only listens has nothing under way; what else a callback is awaited of is acquired.
      case PENDING, AWAITING_CALLBACK -> false;
      case SUCCEEDED, FAILED, SKIPPED, CANCELLED -> true;
      case UNDO_RUNNING, UNDO_AWAITING_VERDICT, UNDONE, UNDO_REJECTED, UNDO_STUCK -> true;
    };
  }

  private Steps with(Step step, StepRun run, Instant at) {
    EnumMap<Step, StepRun> next = new EnumMap<>(runs);
    next.put(step, run);
    return new Steps(flow, run.state().opensOthers() ? opened(flow, next, at) : next);
  }

  private static EnumMap<Step, StepRun> opened(Flow flow, EnumMap<Step, StepRun> runs, Instant at) {
    runs.replaceAll(
        (step, run) ->
            run.state() == StepState.PENDING && isOpen(flow.policy(step), runs)
                ? StepRun.opened(step, run.revision(), at)
                : run);
    return runs;
  }

  private static boolean isOpen(StepPolicy policy, Map<Step, StepRun> runs) {
    return policy.needs().stream()
        .map(runs::get)
        .allMatch(run -> run == null || run.state().opensOthers());
  }

  /** What the event makes of the run that it is about. */
  public static StepRun moved(StepRun run, StepEvent event) {
    return switch (event) {
      case Succeeded e -> run.ended(StepState.SUCCEEDED, e.at(), e.partner(), null);
      case Taken e -> run.ended(StepState.AWAITING_CALLBACK, e.at(), e.partner(), null);
      case AttemptFailed e ->
          run.waits(StepState.RETRY_WAIT, e.retryAt(), null, e.partner(), e.reason());
      case Parked e -> run.waits(StepState.PARKED, e.retryAt(), null, e.partner(), e.reason());
      case CallInDoubt e ->
          run.waits(StepState.IN_DOUBT, e.lookUpAt(), e.doubtAt(), e.partner(), e.reason());
      case Refused e -> run.ended(StepState.FAILED, e.at(), e.partner(), e.detail());
      case Exhausted e -> run.ended(StepState.FAILED, e.at(), e.partner(), e.reason());
      case Skipped e -> run.ended(StepState.SKIPPED, e.at(), null, e.reason());
      case Dropped e -> run.ended(StepState.CANCELLED, e.at(), run.partner(), null);
      case Reopened e -> StepRun.ready(e.revision(), e.at());
      case Undone e -> run.ended(StepState.UNDONE, e.at(), e.partner(), null);
      case UndoFailed e ->
          run.waits(StepState.UNDO_RUNNING, e.retryAt(), null, e.partner(), e.reason());
      case UndoTaken e -> run.ended(StepState.UNDO_AWAITING_VERDICT, e.at(), e.partner(), null);
      case UndoRejected e -> run.ended(StepState.UNDO_REJECTED, e.at(), e.partner(), e.reason());
    };
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Steps that && flow.equals(that.flow) && runs.equals(that.runs);
  }

  @Override
  public int hashCode() {
    return Objects.hash(flow, runs);
  }

  @Override
  public String toString() {
    return "Steps" + runs;
  }
}
