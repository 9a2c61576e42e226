package dev.crossdock.api.server;

import java.util.concurrent.atomic.AtomicLong;

/**
 * Whose turn it is on a connection: the client's, to say what it wants, or ours, to answer. Written
 * above HTTP and read below it, by one actor or two.
 */
final class Turns {
  private final AtomicLong heads = new AtomicLong();
  private volatile boolean ours;

  /** The head of a request has arrived whole. */
  void headRead() {
    heads.incrementAndGet();
    ours = true;
  }

  /**
   * The answer is on its way.
   *
   * @param last whether the connection ends with it
   */
  void answered(boolean last) {
    ours = last;
  }

  boolean isOurs() {
    return ours;
  }

  /** How many heads have arrived. */
  long heads() {
    return heads.get();
  }
}
