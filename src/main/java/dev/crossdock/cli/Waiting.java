package dev.crossdock.cli;

import java.io.PrintWriter;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/** What a command does while others work: the main thread may block, and only here. */
final class Waiting {
  private static final int START_SECONDS_MAX = 60;

  private Waiting() {}

  static <T> T forStart(CompletionStage<T> stage)
      throws InterruptedException, ExecutionException, TimeoutException {
    return stage.toCompletableFuture().get(START_SECONDS_MAX, TimeUnit.SECONDS);
  }

  /** Until it is there; whoever asks sees to it that it will be. */
  static <T> T forAnswer(CompletionStage<T> stage) throws InterruptedException, ExecutionException {
    return stage.toCompletableFuture().get();
  }

  /** Until Crossdock has stopped; gives the exit code. */
  static int untilStopped(Running running) throws InterruptedException, ExecutionException {
    return running.stopped().toCompletableFuture().get();
  }

  static PrintWriter out(@Nullable CommandSpec spec) {
    return Objects.requireNonNull(spec).commandLine().getOut();
  }
}
