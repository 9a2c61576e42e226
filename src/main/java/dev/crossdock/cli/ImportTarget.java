package dev.crossdock.cli;

import java.util.List;
import java.util.concurrent.CompletionStage;

/** Where orders of a file go. */
@FunctionalInterface
interface ImportTarget {
  /** Lines that are sent together; a server that places as many at once reads them all. */
  int LINES_MAX = 64;

  /**
   * Sends some lines.
   *
   * @param lines 1 to {@link #LINES_MAX}
   * @return an answer for each, in order; fails with an {@link java.io.IOException} when there is
   *     no getting through
   */
  CompletionStage<List<ImportAnswer>> send(List<ImportLine> lines);
}
