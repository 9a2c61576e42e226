package dev.crossdock.replay.backtest;

import dev.crossdock.order.OrderCommand;
import java.time.Duration;

/** Something that was said to an order, so long after it was placed. */
record Wish(Duration after, OrderCommand command) {}
