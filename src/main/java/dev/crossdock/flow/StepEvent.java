package dev.crossdock.flow;

import dev.crossdock.partner.Answer;
import java.time.Instant;

/**
 * What was learnt about one step. That a step began is not among them: the state implies it.
 *
 * <p>Order and shipment store these among their own events; for {@link Step#NOTIFY} the revision
 * says which {@link Milestone} is meant.
 */
public sealed interface StepEvent {
  Step step();

  int revision();

  Instant at();

  record Succeeded(Step step, int revision, String partner, Answer answer, Instant at)
      implements StepEvent {}

  /** The partner has taken it; a callback will tell the rest. */
  record Taken(Step step, int revision, String partner, Answer answer, Instant at)
      implements StepEvent {}

  record AttemptFailed(
      Step step, int revision, String partner, String reason, Instant retryAt, Instant at)
      implements StepEvent {}

  record Parked(Step step, int revision, String partner, String reason, Instant retryAt, Instant at)
      implements StepEvent {}

  /**
   * A call may have been acted on.
   *
   * @param doubtAt when the last request that may have been acted on was given up waiting for
   */
  record CallInDoubt(
      Step step,
      int revision,
      String partner,
      String reason,
      Instant doubtAt,
      Instant lookUpAt,
      Instant at)
      implements StepEvent {}

  /** The partner's final no. */
  record Refused(Step step, int revision, String partner, String code, String detail, Instant at)
      implements StepEvent {}

  /** Given up for technical reasons. */
  record Exhausted(Step step, int revision, String partner, String reason, Instant at)
      implements StepEvent {}

  record Skipped(Step step, int revision, String reason, Instant at) implements StepEvent {}

  /** Not wanted any more, and nothing was acquired by it. */
  record Dropped(Step step, int revision, Instant at) implements StepEvent {}

  /** Begins again with other content, under a new revision. */
  record Reopened(Step step, int revision, String reason, Instant at) implements StepEvent {}

  record Undone(Step step, int revision, String partner, Instant at) implements StepEvent {}

  record UndoFailed(
      Step step, int revision, String partner, String reason, Instant retryAt, Instant at)
      implements StepEvent {}

  /** The partner will say by callback whether it takes it back. */
  record UndoTaken(Step step, int revision, String partner, Instant at) implements StepEvent {}

  /** The partner does not take it back. */
  record UndoRejected(Step step, int revision, String partner, String reason, Instant at)
      implements StepEvent {}
}
