package dev.crossdock.view;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;

/** Counts what one projection does. */
final class ReadMeters {
  private final MeterRegistry registry;
  private final Counter events;
  private final Counter groups;
  private final String projection;

  ReadMeters(MeterRegistry registry, String projection) {
    this.registry = registry;
    this.projection = projection;
    this.events = registry.counter("crossdock.read.side.events", "projection", projection);
    this.groups = registry.counter("crossdock.read.side.groups", "projection", projection);
  }

  /** A group was taken over, all but these of it. */
  void taken(int rows, List<DeadLetter> letters) {
    events.increment(rows);
    groups.increment();
    letters.forEach(
        letter ->
            registry
                .counter(
                    "crossdock.read.side.dead.letters",
                    "projection",
                    projection,
                    "projector",
                    letter.projector())
                .increment());
  }
}
