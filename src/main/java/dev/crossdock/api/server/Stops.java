package dev.crossdock.api.server;

import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.pekko.NotUsed;
import org.apache.pekko.stream.KillSwitches;
import org.apache.pekko.stream.SharedKillSwitch;
import org.apache.pekko.stream.javadsl.Flow;
import org.apache.pekko.util.ByteString;

/** Ends what a server has open: first gently, then not. */
final class Stops {
  private final SharedKillSwitch connections = KillSwitches.shared("http-connections");
  private final Set<Runnable> watching = ConcurrentHashMap.newKeySet();
  private volatile boolean begun;

  /** To be run once it is to stop; at once if that has begun. */
  void watch(Runnable onStop) {
    watching.add(onStop);
    if (begun) {
      onStop.run();
    }
  }

  void unwatch(Runnable onStop) {
    watching.remove(onStop);
  }

  boolean hasBegun() {
    return begun;
  }

  /** No more requests; streams end where they are, and clients resume them elsewhere. */
  void begin() {
    begun = true;
    watching.forEach(Runnable::run);
  }

  /** What is still open is cut. */
  void cut() {
    connections.abort(new CancellationException("the server has stopped"));
  }

  /** For all bytes of a connection. */
  Flow<ByteString, ByteString, NotUsed> connection() {
    return Flow.of(ByteString.class).via(connections.flow());
  }
}
