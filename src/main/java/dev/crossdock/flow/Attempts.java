package dev.crossdock.flow;

import dev.crossdock.flow.StepEvent.AttemptFailed;
import dev.crossdock.flow.StepEvent.CallInDoubt;
import dev.crossdock.flow.StepEvent.Dropped;
import dev.crossdock.flow.StepEvent.Exhausted;
import dev.crossdock.flow.StepEvent.Parked;
import dev.crossdock.flow.StepEvent.Refused;
import dev.crossdock.flow.StepEvent.Skipped;
import dev.crossdock.flow.StepEvent.UndoFailed;
import dev.crossdock.flow.StepEvent.UndoRejected;
import dev.crossdock.partner.Outcome;
import dev.crossdock.partner.Outcome.Reach;
import dev.crossdock.partner.Outcome.Unanswered;
import java.time.Duration;
import java.time.Instant;

/**
 * What an attempt that brought no answer makes of its step. The same rules for every step: only the
 * policy differs.
 */
public final class Attempts {
  private static final Duration PARKED_LONGEST = Duration.ofMinutes(5);

  /** What is said of a look-up that found nothing, which is not believed yet. */
  public static final String NOTHING_YET = "looked up: nothing there yet";

  private Attempts() {}

  /** A forward call whose step acquires something if {@code acquires}. */
  public static StepEvent unanswered(
      Report report,
      Unanswered outcome,
      StepRun run,
      StepPolicy policy,
      boolean acquires,
      Instant now) {
    if (acquires
        && (outcome.reach() == Reach.MAYBE_ACTED_ON || run.state() == StepState.IN_DOUBT)) {
      return inDoubt(report, outcome, run, policy, now);
    }
    if (outcome.reach() != Reach.HELD_BACK && run.attempts() + 1 < policy.attemptsMax()) {
      Duration wait =
          policy.backoff().after(run.attempts() + 1, report.jitter(), outcome.retryAfter());
      return new AttemptFailed(
          report.call().step(),
          run.revision(),
          report.partner(),
          outcome.reason(),
          now.plus(wait),
          now);
    }
    return parkedOrGivenUp(report, outcome, run, policy, now);
  }

  /** The partner said no for good. */
  public static StepEvent refused(
      Report report, Outcome.Refused outcome, StepRun run, Instant now) {
    return new Refused(
        report.call().step(),
        run.revision(),
        report.partner(),
        outcome.code(),
        outcome.detail(),
        now);
  }

  /**
   * The partner has nothing under the key, and nothing is wanted of it any more: dropped, but not
   * before a request on its way cannot have an effect any more.
   */
  public static StepEvent absent(Report report, StepRun run, StepPolicy policy, Instant now) {
    return isSettled(run, policy)
        ? new Dropped(report.call().step(), run.revision(), now)
        : notThereYet(report, run, policy, now);
  }

  /** The partner has nothing under the key, and the time to try again is over: as patiently. */
  public static StepEvent absentTooLate(
      Report report, StepRun run, StepPolicy policy, Instant now) {
    return isSettled(run, policy)
        ? givenUp(report, "never arrived", run, policy, now)
        : notThereYet(report, run, policy, now);
  }

  /**
   * Whether this look-up was begun when no request could have an effect any more: after an earlier
   * one had found nothing, when nothing was sent any more but look-ups, and as long after as a
   * request may still be acted on. A look-up that was due for another reason may have been begun by
   * a life of the entity that then sent the request once more.
   */
  private static boolean isSettled(StepRun run, StepPolicy policy) {
    return NOTHING_YET.equals(run.trouble())
        && run.doubtAt() != null
        && run.dueAt() != null
        && !run.dueAt().isBefore(run.doubtAt().plus(policy.settle()));
  }

  private static StepEvent notThereYet(Report report, StepRun run, StepPolicy policy, Instant now) {
    return new CallInDoubt(
        report.call().step(),
        run.revision(),
        report.partner(),
        NOTHING_YET,
        now,
        now.plus(policy.settle()),
        now);
  }

  /** Whether the time to try is over, so that it may only be found out what has become of it. */
  public static boolean isTooLate(StepRun run, StepPolicy policy, Instant now) {
    return run.startedAt() != null && !now.isBefore(run.startedAt().plus(policy.parkedFor()));
  }

  /** A call that was to take something back, and was not answered: tried until it is. */
  public static StepEvent undoUnanswered(
      Report report, Unanswered outcome, StepRun run, StepPolicy policy, Instant now) {
    Backoff patient = new Backoff(policy.backoff().first(), PARKED_LONGEST);
    Duration wait = patient.after(run.attempts() + 1, report.jitter(), outcome.retryAfter());
    return new UndoFailed(
        report.call().step(),
        run.revision(),
        report.partner(),
        outcome.reason(),
        now.plus(wait),
        now);
  }

  /** The partner does not take it back. */
  public static StepEvent undoRefused(
      Report report, Outcome.Refused outcome, StepRun run, Instant now) {
    return new UndoRejected(
        report.call().step(), run.revision(), report.partner(), outcome.detail(), now);
  }

  private static StepEvent inDoubt(
      Report report, Unanswered outcome, StepRun run, StepPolicy policy, Instant now) {
    boolean tired = run.attempts() + 1 >= policy.attemptsMax();
    Duration wait =
        tired
            ? slowWait(report, outcome, run, policy, now)
            : policy.backoff().after(run.attempts() + 1, report.jitter(), outcome.retryAfter());
    Instant before = run.doubtAt();
    boolean sentAnew = outcome.reach() == Reach.MAYBE_ACTED_ON;
    return new CallInDoubt(
        report.call().step(),
        run.revision(),
        report.partner(),
        outcome.reason(),
        sentAnew || before == null ? now : before,
        now.plus(wait),
        now);
  }

  private static StepEvent parkedOrGivenUp(
      Report report, Unanswered outcome, StepRun run, StepPolicy policy, Instant now) {
    if (isTooLate(run, policy, now) && outcome.reach() != Reach.HELD_BACK) {
      return givenUp(report, outcome.reason(), run, policy, now);
    }
    return new Parked(
        report.call().step(),
        run.revision(),
        report.partner(),
        outcome.reason(),
        now.plus(slowWait(report, outcome, run, policy, now)),
        now);
  }

  /**
   * Of a step that has had all its tries, or whose partner is out: half as long as it has waited
   * already, so that an outage costs few events, and its end is found soon in proportion to it.
   */
  private static Duration slowWait(
      Report report, Unanswered outcome, StepRun run, StepPolicy policy, Instant now) {
    Instant since = run.startedAt() == null ? now : run.startedAt();
    long least = policy.backoff().max().toMillis() / 2;
    long half = Duration.between(since, now).toMillis() / 2;
    long bound = Math.min(Math.max(least, half), PARKED_LONGEST.toMillis());
    Duration wait = Duration.ofMillis((long) (bound * (0.5 + report.jitter() / 2)));
    Duration atLeast = outcome.retryAfter();
    return atLeast != null && atLeast.compareTo(wait) > 0 ? atLeast.plus(wait) : wait;
  }

  private static StepEvent givenUp(
      Report report, String reason, StepRun run, StepPolicy policy, Instant now) {
    return switch (policy.exhausted()) {
      case FAIL ->
          new Exhausted(report.call().step(), run.revision(), report.partner(), reason, now);
      case SKIP -> new Skipped(report.call().step(), run.revision(), reason, now);
    };
  }
}
