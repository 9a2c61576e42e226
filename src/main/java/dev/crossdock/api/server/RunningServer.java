package dev.crossdock.api.server;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.Done;

/** A server that takes connections, until it is stopped. */
public interface RunningServer {

  /** Where it listens. */
  InetSocketAddress address();

  /**
   * Takes no more requests, ends streams, lets those under way be answered and closes.
   *
   * @param grace after this, what is still open is cut
   * @return completes when all connections are closed; does not fail
   */
  CompletionStage<Done> stop(Duration grace);
}
