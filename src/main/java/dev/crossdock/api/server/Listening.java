package dev.crossdock.api.server;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.Done;
import org.apache.pekko.actor.Cancellable;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.stream.javadsl.Tcp;

/**
 * A server that listens.
 *
 * @param over completes when it listens no more and all its connections are over
 */
record Listening(
    ActorSystem<?> system, Tcp.ServerBinding binding, CompletionStage<Done> over, Stops stops)
    implements RunningServer {

  @Override
  public InetSocketAddress address() {
    return binding.localAddress();
  }

  @Override
  public CompletionStage<Done> stop(Duration grace) {
    Cancellable cut = system.scheduler().scheduleOnce(grace, stops::cut, system.executionContext());
    return binding
        .unbind()
        .thenCompose(
            unbound -> {
              stops.begin();
              return over;
            })
        .handle(
            (done, failure) -> {
              cut.cancel();
              return Done.getInstance();
            });
  }
}
