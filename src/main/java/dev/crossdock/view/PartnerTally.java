package dev.crossdock.view;

import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import org.HdrHistogram.Histogram;

/** What one partner did for one step in one hour, as far as one group tells. */
final class PartnerTally {
  private final Map<Experience.Outcome, Long> counts = new EnumMap<>(Experience.Outcome.class);
  private final Histogram times = Times.none();

  /** Whose, for what and when; hour: its beginning. */
  record Key(String partner, String step, Instant hour) implements Comparable<Key> {
    private static final Comparator<Key> ORDER =
        Comparator.comparing(Key::partner).thenComparing(Key::step).thenComparing(Key::hour);

    @Override
    public int compareTo(Key other) {
      return ORDER.compare(this, other);
    }
  }

  void add(Experience experience) {
    counts.merge(experience.outcome(), 1L, Long::sum);
    if (experience.took() != null) {
      Times.add(times, experience.took());
    }
  }

  long count(Experience.Outcome outcome) {
    return counts.getOrDefault(outcome, 0L);
  }

  /** From when the step could begin until it was done. */
  Histogram times() {
    return times;
  }
}
