package dev.crossdock.order;

/** Where an order is in its life: one value; holds, payment and steps are told apart from it. */
public enum OrderStatus {
  SCHEDULED,
  RECEIVED,
  VALIDATING,
  CONFIRMED,
  RELEASED,
  PARTIALLY_SHIPPED,
  SHIPPED,
  PARTIALLY_DELIVERED,
  DELIVERED,
  CLOSED,
  /** Somebody has to decide something. */
  ACTION_REQUIRED,
  CANCELLING,
  CANCELLED,
  /** What was acquired is being given back, because a partner said no or could not be reached. */
  COMPENSATING,
  REJECTED,
  FAILED,
  /** Its journal cannot be trusted: nothing is done until somebody has looked. */
  QUARANTINED;

  /** Whether nothing but its debt changes any more. */
  public boolean isTerminal() {
    return switch (this) {
      case CLOSED, CANCELLED, REJECTED, FAILED, QUARANTINED -> true;
      case SCHEDULED, RECEIVED, VALIDATING, CONFIRMED, RELEASED, ACTION_REQUIRED -> false;
      case PARTIALLY_SHIPPED, SHIPPED, PARTIALLY_DELIVERED, DELIVERED -> false;
      case CANCELLING, COMPENSATING -> false;
    };
  }
}
