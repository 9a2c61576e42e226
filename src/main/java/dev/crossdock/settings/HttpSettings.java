package dev.crossdock.settings;

import java.time.Duration;

/**
 * Where requests are taken and how much of them.
 *
 * @param port 0 for any that is free
 * @param connectionsMax open at once
 * @param headerDeadline from the first byte of a request to the last of its header
 * @param bodyDeadline from then to the last byte of its body; for a batch, between two of its
 *     bytes, and for its client to take an answer
 * @param requestTimeout from the header to the answer; streams are not bound by it
 * @param bodyBytesMax of a request, and of a line of a batch
 * @param intakeDelayMax how long journalling an order may take, most of the time, before too many
 *     come in; a quarter of that once orders are turned away
 * @param intakePatience how long that may be so before orders are turned away
 * @param batchParallel lines of a batch that are placed at once
 * @param cursorSecret seals the cursors of lists; empty: a key that is kept in the database
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
    Duration intakeDelayMax,
    Duration intakePatience,
    int batchParallel,
    Secret cursorSecret,
    Duration streamHeartbeat,
    Duration streamAgeMax) {
  private static final int SECRET_LENGTH_MIN = 16;
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
            http.duration("intake-delay-max", Duration.ofMillis(10), LONGEST),
            http.duration("intake-patience", SHORTEST, LONGEST),
            http.whole("batch-parallel", 1, 1000),
            cursorSecret(http),
            http.duration("stream-heartbeat", SHORTEST, LONGEST),
            http.duration("stream-age-max", SHORTEST, OLDEST));
    http.done();
    return settings;
  }

  /** The same, but elsewhere. */
  public HttpSettings at(String otherHost, int otherPort) {
    return new HttpSettings(
        otherHost,
        otherPort,
        connectionsMax,
        headerDeadline,
        bodyDeadline,
        requestTimeout,
        bodyBytesMax,
        intakeDelayMax,
        intakePatience,
        batchParallel,
        cursorSecret,
        streamHeartbeat,
        streamAgeMax);
  }

  private static Secret cursorSecret(Section http) {
    String text = http.text("cursor-secret");
    if (!text.isEmpty() && text.length() < SECRET_LENGTH_MIN) {
      http.fault("cursor-secret", "shorter than " + SECRET_LENGTH_MIN + " characters");
    }
    return new Secret(text);
  }
}
