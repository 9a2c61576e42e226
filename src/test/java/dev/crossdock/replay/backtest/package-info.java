/** That recorded orders can be played again, and through other flows. */
@NullMarked
package dev.crossdock.replay.backtest;

import org.jspecify.annotations.NullMarked;
