package dev.crossdock.runtime;

import dev.crossdock.claim.Callback;
import dev.crossdock.claim.Callbacks;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.cluster.sharding.typed.javadsl.ClusterSharding;

/** Takes callbacks to the shard of what they are about. */
final class CallbacksInShards implements Callbacks {
  private final ActorSystem<?> system;
  private final Duration timeout;

  CallbacksInShards(ActorSystem<?> system, Duration timeout) {
    this.system = system;
    this.timeout = timeout;
  }

  @Override
  public CompletionStage<Receipt> take(Callback callback) {
    return OrdersInShards.unavailable(
        ClusterSharding.get(system)
            .entityRefFor(ClaimEntity.KEY, callback.about().entityId())
            .<Handed>ask(replyTo -> new ClaimMessage.Deliver(callback, replyTo), timeout)
            .thenApply(Handed::receipt));
  }
}
