/** Plays recorded orders again through another flow, with what partners answered then. */
@NullMarked
package dev.crossdock.replay.backtest;

import org.jspecify.annotations.NullMarked;
