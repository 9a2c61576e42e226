package dev.crossdock.replay.backtest;

import dev.crossdock.partner.Outcome;
import java.time.Duration;

/**
 * How a call came out.
 *
 * @param partner who was asked
 * @param time it took
 */
record Take(Outcome outcome, String partner, Duration time) {}
