package dev.crossdock.view;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the read side is, for an operator.
 *
 * @param eventsPerSecond that the live generation took over lately
 * @param sweep what the last whole comparison with the journal has found; absent before the first
 */
public record ReadSideReport(
    Instant asOf,
    long lagMillis,
    long eventsBehind,
    double eventsPerSecond,
    long deadLetters,
    List<Progress> generations,
    @Nullable SweepRound sweep) {

  public ReadSideReport {
    generations = List.copyOf(generations);
  }

  /**
   * How far a generation is.
   *
   * @param position in the journal
   * @param percent of the journal, 0 to 100
   */
  public record Progress(
      Generation generation, String position, long eventsBehind, long lagMillis, int percent) {}
}
