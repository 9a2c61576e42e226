package dev.crossdock.replay;

import dev.crossdock.flow.Step;
import java.time.Duration;
import java.time.Instant;

/**
 * How long an event was waited for.
 *
 * @param whom the partner that was waited for
 * @param since when the step could begin, or was last heard of
 */
public record Waited(String whom, Step step, Instant since, Duration time) {}
