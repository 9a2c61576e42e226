package dev.crossdock.cli;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/**
 * How often, and after what pauses, something is tried again.
 *
 * @param attemptsMax in a row without any success, 1 and up
 * @param firstMillis the longest first pause; each may be twice as long as the one before
 */
record Retries(int attemptsMax, long firstMillis) {
  private static final long LONGEST_MILLIS = 10_000;
  private static final int DOUBLINGS_MAX = 20;

  /** Completes after the pause behind that attempt; chance keeps many from coming back at once. */
  CompletionStage<Void> pause(int attempt, long atLeastSeconds) {
    long most = Math.min(LONGEST_MILLIS, firstMillis << Math.min(DOUBLINGS_MAX, attempt - 1));
    long least = TimeUnit.SECONDS.toMillis(Math.min(atLeastSeconds, 60));
    long millis = least + ThreadLocalRandom.current().nextLong(most / 2, most + 1);
    return CompletableFuture.runAsync(
        () -> {}, CompletableFuture.delayedExecutor(millis, TimeUnit.MILLISECONDS));
  }
}
