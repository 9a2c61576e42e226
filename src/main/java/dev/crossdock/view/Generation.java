package dev.crossdock.view;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One making of the read side's tables.
 *
 * @param number 1 and up
 * @param liveAt since when questions are answered from it; absent while it is being built
 */
public record Generation(int number, State state, Instant begunAt, @Nullable Instant liveAt) {

  /** What it is good for. */
  public enum State {
    /** Questions are answered from it. */
    LIVE,
    /** Filled beside the live one, to take its place. */
    BUILDING,
    /** Another has taken its place; its rows are being deleted. */
    OLD
  }

  /** Under which its projection, and how far that is, are known. */
  String projection() {
    return projection(number);
  }

  static String projection(int number) {
    return "view-" + number;
  }
}
