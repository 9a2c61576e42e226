package dev.crossdock.shipment.simulation;

/** What may happen by chance; how often differs from run to run. */
enum Chance {
  /** The entity dies, and with it all it has in memory. */
  CRASH(0.1),
  WRITE_FAILS_UNSTORED(0.1),
  WRITE_FAILS_STORED(0.1),
  /** A message between entities, or its acknowledgement, is lost. */
  MESSAGE_LOST(0.3),
  MESSAGE_LATE(0.2),
  /** An entity that died is not there again for hours. */
  STAYS_DOWN(0.05),
  HELD_BACK(0.2),
  NOT_CONNECTED(0.2),
  TOO_MANY(0.2),
  REQUEST_LOST(0.2),
  /** It takes so long that it may arrive after it was given up. */
  REQUEST_SLOW(0.3),
  REQUEST_TWICE(0.3),
  ANSWER_LOST(0.3),
  ANSWER_GARBAGE(0.1),
  CALLBACK_TWICE(0.5),
  CALLBACK_LATE(0.5),
  /** The warehouse never says that it has shipped. */
  SHIPS_SILENTLY(0.3),
  /** The partner says no to what it could have done. */
  SAYS_NO(0.15),
  /** The partner sends somebody to look: a review, a backorder, a correction. */
  HESITATES(0.2),
  /** The partner's answer cannot be true. */
  IMPLAUSIBLE(0.05),
  /** The partner takes it, and tells by callback how it went. */
  TELLS_LATER(0.5),
  /** A parcel is lost on its way. */
  NEVER_DELIVERED(0.05);

  private final double most;

  Chance(double most) {
    this.most = most;
  }

  /** The most often that it may happen: 0 to 1. */
  double most() {
    return most;
  }

  /** Whether it is a fault of machines, not a partner's decision: all of these end one day. */
  boolean isFault() {
    return compareTo(SHIPS_SILENTLY) < 0;
  }
}
