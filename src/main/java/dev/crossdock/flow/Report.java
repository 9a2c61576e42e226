package dev.crossdock.flow;

import dev.crossdock.partner.Outcome;

/**
 * What became of a call.
 *
 * @param partner who was asked
 * @param jitter 0 to 1, rolled by whoever reports, so that deciding rolls no dice
 */
public record Report(CallId call, String partner, Outcome outcome, double jitter) {}
