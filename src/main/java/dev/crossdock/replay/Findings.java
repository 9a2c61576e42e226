package dev.crossdock.replay;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;

/** Collects what is found; for any number of threads. */
public final class Findings {
  /** So many faults are kept word by word; the others are counted. */
  public static final int KEPT_MAX = 1000;

  private final LongAdder entities = new LongAdder();
  private final LongAdder events = new LongAdder();
  private final LongAdder bytes = new LongAdder();
  private final LongAdder chained = new LongAdder();
  private final LongAdder snapshots = new LongAdder();
  private final LongAdder rows = new LongAdder();
  private final Map<FaultKind, Long> counts = new EnumMap<>(FaultKind.class);
  private final List<Fault> first = new ArrayList<>();

  void entity() {
    entities.increment();
  }

  void event(StoredEvent event) {
    events.increment();
    bytes.add(event.payload().length);
    if (event.hash() != null) {
      chained.increment();
    }
  }

  void snapshot() {
    snapshots.increment();
  }

  void rows(int compared) {
    rows.add(compared);
  }

  synchronized void fault(Fault fault) {
    counts.merge(fault.kind(), 1L, Long::sum);
    if (first.size() < KEPT_MAX) {
      first.add(fault);
    }
  }

  /**
   * All of it.
   *
   * @param hasRows whether there was a read side to compare with
   */
  synchronized Report report(Duration took, boolean hasRows) {
    List<Fault> sorted = new ArrayList<>(first);
    sorted.sort(Comparator.comparing(Fault::id).thenComparingLong(Fault::version));
    return new Report(
        entities.sum(),
        events.sum(),
        bytes.sum(),
        chained.sum(),
        snapshots.sum(),
        hasRows ? Optional.of(rows.sum()) : Optional.empty(),
        took,
        counts,
        sorted);
  }
}
