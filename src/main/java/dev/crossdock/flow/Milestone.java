package dev.crossdock.flow;

import java.util.Arrays;

/** What a customer is told of, once each. The numbers are in idempotency keys: never change one. */
public enum Milestone {
  CONFIRMED(1),
  BOOKED(2),
  SHIPPED(3),
  DELIVERED(4),
  CANCELLED(5),
  REJECTED(6),
  FAILED(7);

  private final int revision;

  Milestone(int revision) {
    this.revision = revision;
  }

  /** Distinguishes the milestones' calls of the step {@link Step#NOTIFY}: 1 and up. */
  public int revision() {
    return revision;
  }

  /**
   * Reverses {@link #revision()}.
   *
   * @throws java.util.NoSuchElementException when there is none
   */
  public static Milestone ofRevision(int revision) {
    return Arrays.stream(values()).filter(m -> m.revision == revision).findFirst().orElseThrow();
  }
}
