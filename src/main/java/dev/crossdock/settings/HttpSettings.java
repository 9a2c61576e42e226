package dev.crossdock.settings;

import java.time.Duration;

/**
 * Where requests are taken and how much of them.
 *
 * @param port 0 for any that is free
 * @param connectionsMax open at once
 * @param headerDeadline from the first byte of a request to the last of its header
 * @param bodyDeadline from then to the last byte of its body
 * @param requestTimeout from the header to the answer; streams are not bound by it
 * @param bodyBytesMax of a request
 * @param streamHeartbeat between two comments on a stream with nothing to say
 * @param streamAgeMax the oldest that a stream grows; it ends in the last third before that
 */
public record HttpSettings(
    String host,
    int port,
    int connectionsMax,
    Duration headerDeadline,
    Duration bodyDeadline,
    Duration requestTimeout,
    int bodyBytesMax,
    Duration streamHeartbeat,
    Duration streamAgeMax) {
  private static final Duration SHORTEST = Duration.ofMillis(100);
  private static final Duration LONGEST = Duration.ofMinutes(5);
  private static final Duration OLDEST = Duration.ofDays(7);

  static HttpSettings from(Section http) {
    HttpSettings settings =
        new HttpSettings(
            Texts.host(http, "host"),
            http.whole("port", 0, 65_535),
            http.whole("connections-max", 1, 1_000_000),
            http.duration("header-deadline", SHORTEST, LONGEST),
            http.duration("body-deadline", SHORTEST, LONGEST),
            http.duration("request-timeout", SHORTEST, LONGEST),
            http.bytes("body-bytes-max", 1024, 64 * 1024 * 1024),
            http.duration("stream-heartbeat", SHORTEST, LONGEST),
            http.duration("stream-age-max", SHORTEST, OLDEST));
    http.done();
    return settings;
  }
}
