package dev.crossdock.flow;

/**
 * Names a call of one order or shipment: the same through every retry.
 *
 * @param revision 1 or more; a new one only when the content changes (next carrier, amendment)
 * @param undo whether it takes back what the step has acquired
 */
public record CallId(Step step, int revision, boolean undo) {

  public static CallId forward(Step step, int revision) {
    return new CallId(step, revision, false);
  }

  public static CallId undo(Step step, int revision) {
    return new CallId(step, revision, true);
  }

  /** The idempotency key under which the partner hears of it. */
  public String key(String aggregateId) {
    return aggregateId + ":" + step.label() + ":" + revision + (undo ? ":undo" : "");
  }
}
