package dev.crossdock.api.write;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crossdock.flow.Flow;
import dev.crossdock.flow.Milestone;
import dev.crossdock.flow.Step;
import dev.crossdock.flow.StepRun;
import dev.crossdock.flow.StepState;
import dev.crossdock.trade.ShipmentId;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A step as it is shown.
 *
 * @param shipment whose step it is; absent: the order's
 * @param milestone what is told of, if it is a notice
 * @param held what keeps it from being begun, in words
 * @param asOf the time of the newest event
 */
record ShownStep(
    Step step,
    StepRun run,
    Flow flow,
    @Nullable ShipmentId shipment,
    @Nullable Milestone milestone,
    @Nullable String held,
    Instant asOf) {

  /** As the API has it: a step whose call the state implies to be on its way is RUNNING. */
  String state() {
    return isRunning() ? "RUNNING" : run.state().name();
  }

  /** Whether the order is waiting for it; it does not wait for notices. */
  boolean isAwaited() {
    return milestone == null && run.isAwaited();
  }

  boolean isDone() {
    return run.state().opensOthers();
  }

  ObjectNode json() {
    ObjectNode json =
        Json.object().put("step", step.label()).put("state", state()).put("attempts", attempts());
    Json.put(json, "startedAt", run.startedAt());
    Json.put(json, "endedAt", run.state() == StepState.AWAITING_CALLBACK ? null : run.endedAt());
    Json.put(json, "partner", run.partner());
    Json.put(json, "reason", run.trouble());
    Json.put(json, "shipment", shipment);
    Json.put(json, "milestone", milestone);
    return json;
  }

  /** Why it is waited for, by whom and how long: for an awaited step. */
  ObjectNode waiting(PartnerNames names) {
    ObjectNode json =
        Json.object()
            .put("step", step.label())
            .put("partner", run.partner() == null ? names.of(step.kind()) : run.partner());
    Json.put(json, "since", since());
    Json.put(json, "expectedBy", expectedBy());
    json.put("reason", reason());
    Json.put(json, "shipment", shipment);
    return json;
  }

  private boolean isRunning() {
    Instant begun = run.startedAt();
    return run.state() == StepState.READY
        && held == null
        && (begun == null || !begun.isAfter(asOf));
  }

  /** Calls so far, that one included which is on its way; failed ones are counted by the run. */
  private int attempts() {
    return switch (run.state()) {
      case READY -> run.attempts() + (isRunning() ? 1 : 0);
      case SUCCEEDED, FAILED -> run.attempts() + 1;
      case AWAITING_CALLBACK -> run.attempts() + (step.onlyListens() ? 0 : 1);
      case PENDING, RETRY_WAIT, PARKED, IN_DOUBT, SKIPPED, CANCELLED -> run.attempts();
      case UNDO_RUNNING, UNDO_AWAITING_VERDICT, UNDONE, UNDO_REJECTED, UNDO_STUCK -> run.attempts();
    };
  }

  private @Nullable Instant since() {
    return switch (run.state()) {
      case AWAITING_CALLBACK, UNDO_AWAITING_VERDICT -> run.endedAt();
      case UNDO_RUNNING -> run.attempts() == 0 ? run.dueAt() : run.endedAt();
      case PENDING, READY, RETRY_WAIT, PARKED, IN_DOUBT -> run.startedAt();
      case SUCCEEDED, FAILED, SKIPPED, CANCELLED -> run.startedAt();
      case UNDONE, UNDO_REJECTED, UNDO_STUCK -> run.startedAt();
    };
  }

  /** An answer, or else the next try. */
  private @Nullable Instant expectedBy() {
    Duration deadline = flow.policy(step).deadline();
    return switch (run.state()) {
      case READY -> held != null || run.startedAt() == null ? null : run.startedAt().plus(deadline);
      case UNDO_RUNNING -> run.dueAt() == null ? null : run.dueAt().plus(deadline);
      case RETRY_WAIT, PARKED, IN_DOUBT -> run.dueAt();
      case PENDING, AWAITING_CALLBACK, SUCCEEDED, FAILED, SKIPPED, CANCELLED -> null;
      case UNDO_AWAITING_VERDICT, UNDONE, UNDO_REJECTED, UNDO_STUCK -> null;
    };
  }

  private String reason() {
    if (run.state() == StepState.READY && held != null) {
      return held;
    }
    return run.trouble() == null ? plainReason() : plainReason() + ": " + run.trouble();
  }

  private String plainReason() {
    return switch (run.state()) {
      case READY -> isRunning() ? "the partner has not answered yet" : "it is not time yet";
      case RETRY_WAIT -> "the partner did not answer and is asked again";
      case PARKED -> "the partner is out and is asked again slowly";
      case IN_DOUBT -> "nobody can tell whether it was done, so it is looked up";
      case AWAITING_CALLBACK -> "the partner has it and tells when there is news";
      case UNDO_RUNNING -> "it is being taken back";
      case UNDO_AWAITING_VERDICT -> "the partner will say whether it takes it back";
      case PENDING, SUCCEEDED, FAILED, SKIPPED, CANCELLED -> "nothing";
      case UNDONE, UNDO_REJECTED, UNDO_STUCK -> "nothing";
    };
  }
}
