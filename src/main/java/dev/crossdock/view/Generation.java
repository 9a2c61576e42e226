package dev.crossdock.view;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One making of the read side's tables.
 *
 * @param number 1 and up
 * @param liveAt since when questions are answered from it; absent while it is being built
 * @param only the part for whose sake alone it is built; absent: for all
 * @param moved under which numbers those parts are that were made anew by themselves
 */
public record Generation(
    int number,
    State state,
    Instant begunAt,
    @Nullable Instant liveAt,
    @Nullable Part only,
    Map<Part, Integer> moved) {

  public Generation {
    moved = Map.copyOf(moved);
  }

  /** What it is good for. */
  public enum State {
    /** Questions are answered from it. */
    LIVE,
    /** Filled beside the live one, to take its place. */
    BUILDING,
    /** Another has taken its place; its rows are being deleted. */
    OLD
  }

  /** The number that the rows of a part are under. */
  public int numberOf(Part part) {
    return moved.getOrDefault(part, number);
  }

  /** Under which its projection, and how far that is, are known. */
  String projection() {
    return projection(number);
  }

  static String projection(int number) {
    return "view-" + number;
  }
}
