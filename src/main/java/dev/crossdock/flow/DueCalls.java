package dev.crossdock.flow;

import dev.crossdock.flow.Call.Errand;
import dev.crossdock.partner.Ask;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The calls that must be on their way: derived from the state, so recovery is no special case. */
public final class DueCalls {
  private final Work work;
  private final Asks asks;
  private final Instant now;
  private final Set<CallId> suspects;

  private DueCalls(Work work, Asks asks, Instant now, Set<CallId> suspects) {
    this.work = work;
    this.asks = asks;
    this.now = now;
    this.suspects = suspects;
  }

  /**
   * The calls due now.
   *
   * @param suspects calls that an earlier life of the entity may have sent: they are looked up
   *     before they are sent again
   */
  public static List<Call> of(Work work, Asks asks, Instant now, Set<CallId> suspects) {
    return new DueCalls(work, asks, now, suspects).all();
  }

  private List<Call> all() {
    List<Call> calls = new ArrayList<>();
    work.steps().runs().forEach((step, run) -> addDue(calls, step, run));
    work.notices().runs().forEach((milestone, run) -> addNotice(calls, milestone, run));
    return calls;
  }

  private void addDue(List<Call> calls, Step step, StepRun run) {
    if (!run.isDue(now)) {
      return;
    }
    if (run.state() == StepState.UNDO_RUNNING) {
      addUndo(calls, step, run);
    } else if (work.unwinding() || run.state() == StepState.IN_DOUBT || asks.mayBegin(step)) {
      CallId id = CallId.forward(step, run.revision());
      calls.add(call(id, errand(id, run), asks.forward(step), partner(step, run)));
    }
  }

  private void addUndo(List<Call> calls, Step step, StepRun run) {
    if (work.mayUndo(step)) {
      LedgerEntry entry = work.ledger().of(step).orElseThrow();
      CallId id = CallId.undo(step, run.revision());
      calls.add(call(id, Errand.DO, asks.undo(entry), entry.partner()));
    }
  }

  private void addNotice(List<Call> calls, Milestone milestone, StepRun run) {
    if (run.isDue(now)) {
      CallId id = CallId.forward(Step.NOTIFY, run.revision());
      calls.add(call(id, Errand.DO, asks.notice(milestone), null));
    }
  }

  private Call call(CallId id, Errand errand, Ask ask, @Nullable String partner) {
    return new Call(
        id,
        errand,
        ask,
        partner,
        id.key(asks.id()),
        work.flow().policy(id.step()).deadline(),
        asks.promise());
  }

  /** Whoever was asked is asked again: only there can it be looked up. */
  private @Nullable String partner(Step step, StepRun run) {
    return run.partner() == null || step == Step.QUOTE_RATES ? asks.partner(step) : run.partner();
  }

  private Errand errand(CallId id, StepRun run) {
    if (!id.step().acquires()) {
      return Errand.DO;
    }
    if (work.unwinding()) {
      return Errand.LOOK_UP;
    }
    if (run.state() == StepState.IN_DOUBT) {
      boolean over = Attempts.isTooLate(run, work.flow().policy(id.step()), now);
      return over ? Errand.LOOK_UP : Errand.LOOK_UP_THEN_DO;
    }
    return suspects.contains(id) ? Errand.LOOK_UP_THEN_DO : Errand.DO;
  }
}
