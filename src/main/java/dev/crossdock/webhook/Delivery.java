package dev.crossdock.webhook;

/**
 * A message on its way to one endpoint.
 *
 * @param number in the order in which it is to be told
 * @param attempts made since it was last begun
 * @param tries made in its whole life
 * @param eventType its name on the wire
 */
record Delivery(
    long number, String messageId, String eventType, int attempts, int tries, String payload) {}
