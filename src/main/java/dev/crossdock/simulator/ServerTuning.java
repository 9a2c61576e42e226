package dev.crossdock.simulator;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.http.javadsl.settings.ConnectionPoolSettings;
import org.apache.pekko.http.javadsl.settings.ServerSettings;

/** Pekko HTTP set for thousands of calls that are left open on purpose. */
final class ServerTuning {

  private static final Config OURS =
      ConfigFactory.parseString(
          """
          pekko.http.server {
            request-timeout = infinite
            idle-timeout = infinite
            backlog = 4096
            server-header = ""
            parsing.max-content-length = 1m
          }
          pekko.http.host-connection-pool {
            max-retries = 0
            max-connections = 64
            max-open-requests = 65536
            # The courier waits by itself; else a call would wait here too, for up to two minutes.
            max-connection-backoff = 100ms
            client.connecting-timeout = 5s
            client.idle-timeout = 15s
          }
          """);

  private ServerTuning() {}

  static ServerSettings server(ActorSystem<?> system) {
    return ServerSettings.create(OURS.withFallback(system.settings().config()));
  }

  static ConnectionPoolSettings callbackPool(ActorSystem<?> system) {
    return ConnectionPoolSettings.create(OURS.withFallback(system.settings().config()));
  }
}
