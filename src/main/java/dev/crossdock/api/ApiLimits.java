package dev.crossdock.api;

import java.time.Duration;

/**
 * How much of a request is taken, and how long it may take.
 *
 * @param bodyDeadline from the end of its head to the last byte of its body
 * @param bodyBytesMax of its body
 * @param requestTimeout from its last byte to the answer; what a client waits for by {@code Prefer}
 *     comes on top
 * @param streamHeartbeat between two comments on a stream that has nothing to say
 */
public record ApiLimits(
    Duration bodyDeadline, int bodyBytesMax, Duration requestTimeout, Duration streamHeartbeat) {}
