package dev.crossdock.partner.http;

import io.vertx.core.buffer.Buffer;
import org.jspecify.annotations.Nullable;

/**
 * What came back over HTTP, whole.
 *
 * @param retryAfter the header as it came
 * @param location the header as it came
 */
record HttpAnswer(
    int status,
    String statusText,
    @Nullable String retryAfter,
    @Nullable String location,
    Buffer body) {}
