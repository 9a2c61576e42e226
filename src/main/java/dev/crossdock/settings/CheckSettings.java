package dev.crossdock.settings;

import java.time.Duration;

/**
 * What is asked of the database before a node starts.
 *
 * @param sync whether PostgreSQL must write what it has committed to disk
 * @param clockOffMax how far its clock may be from this machine's
 */
public record CheckSettings(boolean sync, Duration clockOffMax) {

  static CheckSettings from(Section checks) {
    CheckSettings settings =
        new CheckSettings(
            checks.flag("sync"),
            checks.duration("clock-off-max", Duration.ofMillis(100), Duration.ofDays(365)));
    checks.done();
    return settings;
  }
}
