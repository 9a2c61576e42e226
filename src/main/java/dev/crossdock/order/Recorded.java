package dev.crossdock.order;

/**
 * An event where it stands in its order's journal.
 *
 * @param version 1 and up, without a hole
 * @param after the order as this event left it
 */
public record Recorded(long version, OrderEvent event, Order after) {}
