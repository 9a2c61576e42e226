package dev.crossdock.flow;

/** How far a step is. */
public enum StepState {
  /** Needs others that have not succeeded yet. */
  PENDING,
  /** Nothing stands in its way: its call is on its way because the state says so. */
  READY,
  RETRY_WAIT,
  /** Its partner is out; it is tried again slowly. */
  PARKED,
  /** A call may have been acted on; it is looked up before anything else is done. */
  IN_DOUBT,
  /** The partner has taken it and tells the rest by callback. */
  AWAITING_CALLBACK,
  SUCCEEDED,
  FAILED,
  SKIPPED,
  CANCELLED,
  UNDO_RUNNING,
  UNDO_AWAITING_VERDICT,
  UNDONE,
  UNDO_REJECTED,
  UNDO_STUCK;

  /** Whether the steps that need this one may go on. */
  public boolean opensOthers() {
    return this == SUCCEEDED || this == SKIPPED;
  }

  /** Whether forward work is under way. */
  public boolean isOpen() {
    return switch (this) {
      case READY, RETRY_WAIT, PARKED, IN_DOUBT, AWAITING_CALLBACK -> true;
      case PENDING, SUCCEEDED, FAILED, SKIPPED, CANCELLED -> false;
      case UNDO_RUNNING, UNDO_AWAITING_VERDICT, UNDONE, UNDO_REJECTED, UNDO_STUCK -> false;
    };
  }
}
