package dev.crossdock.settings;

import org.jspecify.annotations.Nullable;

/**
 * Where operators and what watches a node are answered, apart from everybody else.
 *
 * @param port 0 for any that is free
 */
public record ManagementSettings(String host, int port) {

  /** Absent when no host is named: then they are answered where requests are taken. */
  static @Nullable ManagementSettings from(Section management) {
    boolean isApart = !management.text("host").isEmpty();
    int port = management.whole("port", 0, 65_535);
    @Nullable ManagementSettings settings =
        isApart ? new ManagementSettings(Texts.host(management, "host"), port) : null;
    management.done();
    return settings;
  }
}
