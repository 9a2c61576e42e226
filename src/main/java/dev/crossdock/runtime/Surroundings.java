package dev.crossdock.runtime;

import dev.crossdock.ops.Supervision;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.function.DoubleSupplier;

/**
 * What every actor is given from outside, so that tests can give something else.
 *
 * @param dice rolls 0 to 1
 * @param supervision where live actors are written down
 * @param board where gateways write down how their partners are
 * @param meters where what is counted and measured is kept
 */
record Surroundings(
    Clock clock,
    DoubleSupplier dice,
    Supervision supervision,
    Limits limits,
    StatusBoard board,
    MeterRegistry meters) {}
