package dev.crossdock.runtime;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.LongSupplier;

/**
 * Finds members of a cluster that are there, but do not reach the database: their orders stand
 * still while the others could go on with them. Only who reaches it himself can tell.
 */
final class Attendance {
  /** Shorter trouble mends itself sooner than orders move. */
  private static final long PATIENCE_NANOS = Duration.ofSeconds(30).toNanos();

  private final String self;
  private final LongSupplier nanos;
  private final Map<String, Long> missingSince = new HashMap<>();

  /**
   * @param self host:port
   */
  Attendance(String self, LongSupplier nanos) {
    this.self = self;
    this.nanos = nanos;
  }

  /** This node could not look: what it saw before counts for nothing. */
  void lookedAway() {
    missingSince.clear();
  }

  /**
   * Whom this node is to send away: members that it has found missing for a while, if it is the
   * first of those who live.
   */
  Set<String> toSendAway(Set<String> members, Set<String> living) {
    Set<String> missing = new HashSet<>(members);
    missing.removeAll(living);
    missingSince.keySet().retainAll(missing);
    long now = nanos.getAsLong();
    missing.forEach(node -> missingSince.putIfAbsent(node, now));
    missing.removeIf(node -> now - missingSince.getOrDefault(node, now) <= PATIENCE_NANOS);
    return isFirst(members, living) ? missing : Set.of();
  }

  private boolean isFirst(Set<String> members, Set<String> living) {
    Set<String> here = new TreeSet<>(living);
    here.retainAll(members);
    return here.stream().findFirst().filter(self::equals).isPresent();
  }
}
