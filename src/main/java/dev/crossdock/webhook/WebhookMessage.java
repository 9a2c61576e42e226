package dev.crossdock.webhook;

import java.time.Instant;

/**
 * Something a merchant is told.
 *
 * @param id the same through all tries and replays: header {@code webhook-id}
 * @param at when it happened
 * @param payload JSON, signed and sent as it is
 */
public record WebhookMessage(
    String id, String merchant, EventType type, String orderId, Instant at, String payload) {}
