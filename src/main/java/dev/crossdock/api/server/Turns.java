package dev.crossdock.api.server;

import java.util.concurrent.atomic.AtomicLong;

/** Whose turn it is on a connection. Written above HTTP and read below it, by one actor or two. */
final class Turns {
  private final AtomicLong heads = new AtomicLong();
  private volatile Turn turn = Turn.CLIENT;

  /** Whose turn it may be. */
  enum Turn {
    /** The client says what it wants, or nothing. */
    CLIENT,
    /** The rest of a request is awaited, or its answer is being made. */
    ANSWER,
    /** The last answer is on its way, and may go on for ever. */
    STREAM
  }

  /** The head of a request has arrived whole. */
  void headRead() {
    heads.incrementAndGet();
    turn = Turn.ANSWER;
  }

  /**
   * The answer is on its way.
   *
   * @param streamed whether it may go on for ever: no other follows on this connection
   */
  void answered(boolean streamed) {
    turn = streamed ? Turn.STREAM : Turn.CLIENT;
  }

  Turn turn() {
    return turn;
  }

  boolean isClients() {
    return turn == Turn.CLIENT;
  }

  /** How many heads have arrived. */
  long heads() {
    return heads.get();
  }
}
