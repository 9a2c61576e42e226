package dev.crossdock.cli;

import java.io.PrintWriter;
import java.util.function.LongConsumer;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Shows how far something long is, at a terminal; elsewhere nothing. */
final class Bars implements AutoCloseable {
  /** The script knows whether it is; the JDK says one thing today and another tomorrow. */
  private static final String AT_TERMINAL = "crossdock.terminal";

  private static final int COLUMNS = 100;

  private final PrintWriter out;
  private final @org.jspecify.annotations.Nullable ProgressBar bar;

  private Bars(PrintWriter out, @org.jspecify.annotations.Nullable ProgressBar bar) {
    this.out = out;
    this.bar = bar;
  }

  /**
   * A bar up to that many.
   *
   * @param unit with a blank before it
   */
  static Bars of(PrintWriter out, String task, String unit, long all) {
    if (!Boolean.getBoolean(AT_TERMINAL)) {
      return new Bars(out, null);
    }
    ProgressBar bar =
        new ProgressBarBuilder()
            .setTaskName(task)
            .setInitialMax(all)
            .setUnit(unit, 1)
            .showSpeed()
            .setStyle(ProgressBarStyle.ASCII)
            .setConsumer(
                new DelegatingProgressBarConsumer(
                    text -> {
                      out.print("\r" + text);
                      out.flush();
                    },
                    COLUMNS))
            .build();
    return new Bars(out, bar);
  }

  /** Takes how many more are done, from any thread. */
  LongConsumer progress() {
    return more -> {
      if (bar != null) {
        bar.stepBy(more);
      }
    };
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
      out.println();
      out.flush();
    }
  }
}
