package dev.crossdock.estimate;

/**
 * What became of calls, counted.
 *
 * @param heldBack never left: the partner is out, or the queue full
 * @param notActedOn did not reach the partner, or it wants to be asked later
 * @param maybeActedOn nobody can tell
 */
public record Mix(long succeeded, long refused, long heldBack, long notActedOn, long maybeActedOn) {
  public static final Mix NONE = new Mix(0, 0, 0, 0, 0);

  /** Both together. */
  public Mix plus(Mix other) {
    return new Mix(
        succeeded + other.succeeded,
        refused + other.refused,
        heldBack + other.heldBack,
        notActedOn + other.notActedOn,
        maybeActedOn + other.maybeActedOn);
  }
}
