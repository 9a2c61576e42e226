package dev.crossdock.flow;

import dev.crossdock.flow.StepEvent.Refused;
import dev.crossdock.flow.StepEvent.Succeeded;
import dev.crossdock.flow.StepEvent.Taken;
import dev.crossdock.flow.StepEvent.UndoRejected;
import dev.crossdock.flow.StepEvent.UndoTaken;
import dev.crossdock.flow.StepEvent.Undone;
import dev.crossdock.partner.Answer;
import dev.crossdock.partner.Answer.FulfillmentStatus;
import dev.crossdock.partner.Answer.VoidStatus;
import dev.crossdock.partner.Outcome;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/** What a report of a call makes of its step; the same for orders and shipments. */
public final class Reports {
  private Reports() {}

  /**
   * What was learnt; empty when the report comes late or again.
   *
   * @param verdict what an answer means to the step that asked
   */
  public static Optional<StepEvent> judge(
      Report report, Work work, Function<Answer, Verdict> verdict, Instant now) {
    return work.run(report.call())
        .filter(run -> awaits(report.call(), run))
        .map(
            run ->
                report.call().undo()
                    ? undone(report, work, run, now)
                    : forward(report, work, run, verdict, now));
  }

  private static boolean awaits(CallId call, StepRun run) {
    return switch (run.state()) {
      case READY, RETRY_WAIT, PARKED, IN_DOUBT -> !call.undo();
      case UNDO_RUNNING -> call.undo();
      case PENDING, AWAITING_CALLBACK, SUCCEEDED, FAILED, SKIPPED, CANCELLED -> false;
      case UNDO_AWAITING_VERDICT, UNDONE, UNDO_REJECTED, UNDO_STUCK -> false;
    };
  }

  private static StepEvent forward(
      Report report, Work work, StepRun run, Function<Answer, Verdict> verdict, Instant now) {
    Step step = report.call().step();
    StepPolicy policy = work.flow().policy(step);
    return switch (report.outcome()) {
      case Outcome.Succeeded o when o.answer() instanceof Answer.Absent ->
          work.unwinding()
              ? Attempts.absent(report, run, policy, now)
              : Attempts.absentTooLate(report, run, policy, now);
      case Outcome.Succeeded o -> answered(report, run, o.answer(), verdict, now);
      case Outcome.Refused o -> Attempts.refused(report, o, run, now);
      case Outcome.Unanswered o ->
          Attempts.unanswered(report, o, run, policy, step.acquires(), now);
    };
  }

  private static StepEvent answered(
      Report report, StepRun run, Answer answer, Function<Answer, Verdict> verdict, Instant now) {
    Step step = report.call().step();
    return switch (verdict.apply(answer)) {
      case Verdict.Done v -> new Succeeded(step, run.revision(), report.partner(), answer, now);
      case Verdict.Taken v -> new Taken(step, run.revision(), report.partner(), answer, now);
      case Verdict.No v ->
          new Refused(step, run.revision(), report.partner(), v.code(), v.detail(), now);
    };
  }

  private static StepEvent undone(Report report, Work work, StepRun run, Instant now) {
    Step step = report.call().step();
    return switch (report.outcome()) {
      case Outcome.Succeeded o -> takenBack(report, run, o.answer(), now);
      case Outcome.Refused o -> Attempts.undoRefused(report, o, run, now);
      case Outcome.Unanswered o ->
          Attempts.undoUnanswered(report, o, run, work.flow().policy(step), now);
    };
  }

  private static StepEvent takenBack(Report report, StepRun run, Answer answer, Instant now) {
    Step step = report.call().step();
    String who = report.partner();
    if (answer instanceof Answer.BookingVoided(VoidStatus status)) {
      return switch (status) {
        case VOIDED -> new Undone(step, run.revision(), who, now);
        case SUBMITTED -> new UndoTaken(step, run.revision(), who, now);
        case REJECTED -> new UndoRejected(step, run.revision(), who, "not voided", now);
      };
    }
    if (answer instanceof Answer.Fulfilling(String ref, FulfillmentStatus status, String why)) {
      return switch (status) {
        case CANCELLED, REJECTED -> new Undone(step, run.revision(), who, now);
        case CANCELLATION_REQUESTED -> new UndoTaken(step, run.revision(), who, now);
        case SUBMITTED, ACCEPTED, PICKED, PACKED, SHIPPED, CANCELLATION_REJECTED ->
            new UndoRejected(step, run.revision(), who, why == null ? "it is " + status : why, now);
      };
    }
    return new Undone(step, run.revision(), who, now);
  }
}
