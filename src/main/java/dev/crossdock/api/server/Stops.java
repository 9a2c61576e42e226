package dev.crossdock.api.server;

import org.apache.pekko.stream.KillSwitches;
import org.apache.pekko.stream.SharedKillSwitch;

/**
 * What ends a server, gently to roughly.
 *
 * @param requests no more are read
 * @param streams end where they are; clients resume them elsewhere
 * @param connections are cut
 */
record Stops(SharedKillSwitch requests, SharedKillSwitch streams, SharedKillSwitch connections) {

  Stops() {
    this(
        KillSwitches.shared("http-requests"),
        KillSwitches.shared("http-streams"),
        KillSwitches.shared("http-connections"));
  }
}
