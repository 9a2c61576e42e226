package dev.crossdock.order;

import java.time.Instant;

/**
 * How an order that does not go through is to end, and why.
 *
 * @param target CANCELLED, REJECTED or FAILED
 * @param by who decided it
 */
public record Ending(OrderStatus target, String code, String detail, String by, Instant at) {}
