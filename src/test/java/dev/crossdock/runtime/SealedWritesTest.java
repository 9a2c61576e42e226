package dev.crossdock.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import scala.concurrent.ExecutionContext;
import scala.concurrent.Future;

/** That nothing is written before the keys that it is sealed with are stored. */
class SealedWritesTest {
  private final AtomicInteger written = new AtomicInteger();
  private final CompletableFuture<Void> keys = new CompletableFuture<>();

  @Test
  void isWrittenAtOnceWhenTheKeysAreStored() {
    keys.complete(null);
    assertThat(write().isCompleted()).isTrue();
    assertThat(written).hasValue(1);
  }

  @Test
  void waitsForTheKeys() {
    Future<Integer> write = write();
    assertThat(write.isCompleted()).isFalse();
    keys.complete(null);
    assertThat(write.isCompleted()).isTrue();
    assertThat(written).hasValue(1);
  }

  @Test
  void isNotWrittenWhenTheKeysHaveFailedBefore() {
    keys.completeExceptionally(new IllegalStateException("the pool is closed"));
    assertThat(write().value().get().isFailure()).isTrue();
    assertThat(written).hasValue(0);
  }

  @Test
  void isNotWrittenWhenTheKeysFailMeanwhile() {
    Future<Integer> write = write();
    keys.completeExceptionally(new IllegalStateException("no answer"));
    assertThat(write.value().get().isFailure()).isTrue();
    assertThat(written).hasValue(0);
  }

  private Future<Integer> write() {
    return SealedWrites.after(
        keys,
        () -> Future.successful(written.incrementAndGet()),
        ExecutionContext.fromExecutor(Runnable::run));
  }
}
