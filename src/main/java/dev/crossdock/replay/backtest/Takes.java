package dev.crossdock.replay.backtest;

import dev.crossdock.flow.Attempts;
import dev.crossdock.flow.StepEvent;
import dev.crossdock.flow.StepPolicy;
import dev.crossdock.flow.StepRun;
import dev.crossdock.partner.Answer;
import dev.crossdock.partner.Outcome;
import dev.crossdock.partner.Outcome.Reach;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Tells from an event how the call came out that it was learnt from. */
final class Takes {
  private Takes() {}

  /**
   * The call's end; empty when the event came of no call.
   *
   * @param run as the step was before
   * @param policy of the step then
   */
  static Optional<Take> of(StepEvent event, StepRun run, StepPolicy policy) {
    Instant begun = run.nextDue().orElse(event.at());
    Duration time = begun.isAfter(event.at()) ? Duration.ZERO : Duration.between(begun, event.at());
    return switch (event) {
      case StepEvent.Succeeded e -> take(new Outcome.Succeeded(e.answer()), e.partner(), time);
      case StepEvent.Taken e -> take(new Outcome.Succeeded(e.answer()), e.partner(), time);
      case StepEvent.Refused e ->
          take(new Outcome.Refused(e.code(), e.detail()), e.partner(), time);
      case StepEvent.AttemptFailed e ->
          take(unanswered(Reach.NOT_ACTED_ON, e.reason()), e.partner(), time);
      case StepEvent.Parked e -> {
        boolean wasTired = run.attempts() + 1 >= policy.attemptsMax();
        Reach reach = wasTired ? Reach.NOT_ACTED_ON : Reach.HELD_BACK;
        yield take(unanswered(reach, e.reason()), e.partner(), time);
      }
      case StepEvent.CallInDoubt e ->
          take(
              e.reason().equals(Attempts.NOTHING_YET)
                  ? new Outcome.Succeeded(new Answer.Absent())
                  : unanswered(Reach.MAYBE_ACTED_ON, e.reason()),
              e.partner(),
              time);
      case StepEvent.Exhausted e ->
          take(unanswered(Reach.NOT_ACTED_ON, e.reason()), e.partner(), time);
      case StepEvent.Undone e -> take(voided(Answer.VoidStatus.VOIDED), e.partner(), time);
      case StepEvent.UndoTaken e -> take(voided(Answer.VoidStatus.SUBMITTED), e.partner(), time);
      case StepEvent.UndoRejected e ->
          take(new Outcome.Refused("undo-rejected", e.reason()), e.partner(), time);
      case StepEvent.UndoFailed e ->
          take(unanswered(Reach.MAYBE_ACTED_ON, e.reason()), e.partner(), time);
      case StepEvent.Skipped e -> Optional.empty();
      case StepEvent.Dropped e -> Optional.empty();
      case StepEvent.Reopened e -> Optional.empty();
    };
  }

  private static Optional<Take> take(Outcome outcome, String partner, Duration time) {
    return Optional.of(new Take(outcome, partner, time));
  }

  private static Outcome unanswered(Reach reach, String reason) {
    return new Outcome.Unanswered(reach, reason, null);
  }

  /** Means the same whatever it was that was taken back. */
  private static Outcome voided(Answer.VoidStatus status) {
    return new Outcome.Succeeded(new Answer.BookingVoided(status));
  }
}
