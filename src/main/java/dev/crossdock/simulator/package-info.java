/** Pretend partners of every kind, with faults to switch on and a ledger of what they did. */
@NullMarked
package dev.crossdock.simulator;

import org.jspecify.annotations.NullMarked;
