package dev.crossdock.view;

import java.time.Instant;

/**
 * An answer of the read side.
 *
 * @param asOf everything that was journalled up to then is in it
 * @param lagMillis how long ago that was
 * @param <T> what was asked for
 */
public record Dated<T>(T answer, Instant asOf, long lagMillis) {}
