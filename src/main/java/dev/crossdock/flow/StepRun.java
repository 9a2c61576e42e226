package dev.crossdock.flow;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How far one step of one order is.
 *
 * @param revision 1 or more, see {@link CallId}
 * @param attempts calls that failed or are in doubt, since the state last changed its direction
 * @param startedAt when nothing stood in its way any more
 * @param dueAt when it is tried or looked up again
 * @param doubtAt when the call that is in doubt was given up waiting for
 * @param trouble why it is not further, in words
 */
public record StepRun(
    StepState state,
    int revision,
    int attempts,
    @Nullable Instant startedAt,
    @Nullable Instant endedAt,
    @Nullable Instant dueAt,
    @Nullable Instant doubtAt,
    @Nullable String partner,
    @Nullable String trouble) {

  public static StepRun pending() {
    return new StepRun(StepState.PENDING, 1, 0, null, null, null, null, null, null);
  }

  public static StepRun ready(int revision, Instant at) {
    return new StepRun(StepState.READY, revision, 0, at, null, null, null, null, null);
  }

  static StepRun opened(Step step, int revision, Instant at) {
    StepRun ready = ready(revision, at);
    return step.onlyListens() ? ready.ended(StepState.AWAITING_CALLBACK, at, null, null) : ready;
  }

  /** When a call is due, or was; empty when this waits for no time to pass. */
  public Optional<Instant> nextDue() {
    return switch (state) {
      case READY -> Optional.ofNullable(startedAt);
      case RETRY_WAIT, PARKED, IN_DOUBT, UNDO_RUNNING -> Optional.ofNullable(dueAt);
      case PENDING, AWAITING_CALLBACK, SUCCEEDED, FAILED, SKIPPED, CANCELLED -> Optional.empty();
      case UNDO_AWAITING_VERDICT, UNDONE, UNDO_REJECTED, UNDO_STUCK -> Optional.empty();
    };
  }

  /** Whether a call is due now. */
  public boolean isDue(Instant now) {
    return nextDue().filter(due -> !now.isBefore(due)).isPresent();
  }

  /** Whether somebody waits for it: it is under way, forward or back. */
  public boolean isAwaited() {
    return state.isOpen()
        || state == StepState.UNDO_RUNNING
        || state == StepState.UNDO_AWAITING_VERDICT;
  }

  StepRun ended(StepState how, Instant at, @Nullable String who, @Nullable String why) {
    return new StepRun(how, revision, attempts, startedAt, at, null, null, who, why);
  }

  boolean mayHaveBeenSent() {
    return state == StepState.READY || state == StepState.RETRY_WAIT || state == StepState.PARKED;
  }

  StepRun rewound(boolean awaiting, Instant at) {
    return switch (state) {
      case UNDO_RUNNING, UNDO_AWAITING_VERDICT, UNDO_REJECTED ->
          ended(awaiting ? StepState.AWAITING_CALLBACK : StepState.SUCCEEDED, at, partner, null);
      case CANCELLED -> pending();
      case PENDING, READY, RETRY_WAIT, PARKED, IN_DOUBT, AWAITING_CALLBACK -> this;
      case SUCCEEDED, FAILED, SKIPPED, UNDONE, UNDO_STUCK -> this;
    };
  }

  StepRun dropped(Instant at) {
    return ended(StepState.CANCELLED, at, partner, trouble);
  }

  StepRun waits(StepState how, Instant due, @Nullable Instant doubt, String who, String why) {
    int tries = attempts + 1;
    return new StepRun(how, revision, tries, startedAt, null, due, doubt, who, why);
  }

  StepRun undoing(Instant at) {
    return new StepRun(
        StepState.UNDO_RUNNING, revision, 0, startedAt, endedAt, at, null, partner, null);
  }
}
