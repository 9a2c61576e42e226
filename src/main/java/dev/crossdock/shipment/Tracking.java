package dev.crossdock.shipment;

import dev.crossdock.partner.Scan;
import dev.crossdock.partner.TrackingStatus;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * All that the carrier has told. A join: any order and any repetition of the same scans give the
 * same tracking.
 *
 * @param scans each once, oldest first
 */
public record Tracking(List<Scan> scans) {
  private static final Comparator<Scan> OLDEST_FIRST =
      Comparator.comparing(Scan::occurredAt).thenComparing(Scan::id);

  public Tracking {
    scans = List.copyOf(scans);
  }

  static Tracking none() {
    return new Tracking(List.of());
  }

  /** The highest by rank: DELIVERED is not undone by an older scan. */
  public TrackingStatus status() {
    return scans.stream()
        .map(Scan::status)
        .max(Comparator.comparingInt(TrackingStatus::rank))
        .orElse(TrackingStatus.UNKNOWN);
  }

  /** Whether the carrier has it, or had. */
  boolean isOnItsWay() {
    TrackingStatus status = status();
    return status.rank() >= TrackingStatus.PICKED_UP.rank() && status != TrackingStatus.CANCELLED;
  }

  /** Those that were not told before, each once. */
  List<Scan> news(List<Scan> told) {
    Set<String> known = scans.stream().map(Scan::id).collect(Collectors.toSet());
    return told.stream().filter(scan -> known.add(scan.id())).toList();
  }

  Tracking with(List<Scan> more) {
    TreeSet<Scan> all = new TreeSet<>(OLDEST_FIRST);
    all.addAll(scans);
    all.addAll(news(more));
    return new Tracking(List.copyOf(all));
  }
}
