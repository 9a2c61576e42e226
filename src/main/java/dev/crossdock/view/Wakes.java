package dev.crossdock.view;

import java.util.List;
import java.util.concurrent.CompletionStage;

/** Who is to be woken: entities by their persistence ids, in slices that workers divide. */
public interface Wakes {
  /** Slices are counted from 0 up to, and without, this. */
  int SLICES = WakeRow.SLICES;

  /**
   * Some slices next to each other.
   *
   * @param to the first that is not among them
   */
  record Slices(int from, int to) {

    /** A worker's share, if so many workers divide all. */
    public static Slices of(int worker, int workers) {
      return new Slices(worker * SLICES / workers, (worker + 1) * SLICES / workers);
    }
  }

  /**
   * Where the journal is now.
   *
   * @return for {@link #hasReached}
   */
  CompletionStage<String> mark();

  /** Whether everything up to the mark is known here. */
  CompletionStage<Boolean> hasReached(String mark);

  /**
   * Those whose time has come, the longest overdue first. Each is given out once, and again only
   * later: sooner if it does not move, should it be woken in vain.
   */
  CompletionStage<List<String>> due(Slices slices, int idsMax);

  /**
   * Those that had something on their way, in the order of their ids.
   *
   * @param mark whoever has moved since is alive, and left out
   * @param after the last of the page before; empty for the first
   */
  CompletionStage<List<String>> inFlight(Slices slices, String mark, String after, int idsMax);
}
