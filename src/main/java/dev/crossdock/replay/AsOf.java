package dev.crossdock.replay;

import java.time.Instant;

/** A point in the life of an order. */
public sealed interface AsOf {

  /**
   * Behind its event of that number.
   *
   * @param version 1 and up
   */
  record Version(long version) implements AsOf {}

  /** Behind all that had happened by then. */
  record Time(Instant at) implements AsOf {}
}
