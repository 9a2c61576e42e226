package dev.crossdock.cli;

import java.io.PrintWriter;
import java.util.function.LongSupplier;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Shows whoever waits how far an import is. */
interface ImportProgress extends AutoCloseable {

  /** More of it is done. */
  void moved();

  @Override
  default void close() {}

  /** How it is shown. */
  enum Form {
    BAR,
    LINES,
    NONE
  }

  /**
   * Shows it on one line that changes, at a terminal.
   *
   * @param read bytes of the file so far
   * @param size of the file; -1 when nobody knows
   */
  static ImportProgress bar(PrintWriter out, ImportTally tally, LongSupplier read, long size) {
    ProgressBar bar =
        new ProgressBarBuilder()
            .setTaskName("import")
            .setInitialMax(size)
            .setUnit(" MB", 1_000_000)
            .setStyle(ProgressBarStyle.ASCII)
            .setConsumer(
                new DelegatingProgressBarConsumer(
                    text -> {
                      out.print("\r" + text);
                      out.flush();
                    },
                    COLUMNS))
            .build();
    return new ImportProgress() {
      @Override
      public void moved() {
        bar.stepTo(read.getAsLong());
        bar.setExtraMessage(tally.toString());
      }

      @Override
      public void close() {
        bar.close();
        out.println();
        out.flush();
      }
    };
  }

  /** Shows it by a line for every so many orders, where lines stay. */
  static ImportProgress lines(PrintWriter out, ImportTally tally) {
    return new ImportProgress() {
      private long shown;

      @Override
      public void moved() {
        if (tally.all() / LINE_EVERY > shown) {
          shown = tally.all() / LINE_EVERY;
          out.println(tally);
          out.flush();
        }
      }
    };
  }

  /** Widest that the bar may be. */
  int COLUMNS = 140;

  /** Orders between two lines. */
  int LINE_EVERY = 10_000;
}
