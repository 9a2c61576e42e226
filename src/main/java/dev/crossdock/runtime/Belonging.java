package dev.crossdock.runtime;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.LongSupplier;

/**
 * Which cluster a node is to belong to, when nodes may live that it cannot reach: there is to be
 * one only. Told by what the database knows of who lives.
 */
final class Belonging {
  /** Longer than a cluster that is cut in two needs to give one part up. */
  private static final long DOUBT_NANOS = Duration.ofSeconds(40).toNanos();

  private final String self;
  private final List<String> seeds;
  private final LongSupplier nanos;
  private long strangersSince;
  private boolean sawStrangers;

  /**
   * @param self host:port, as the seeds are
   * @param seeds of which the first may form a new cluster
   */
  Belonging(String self, List<String> seeds, LongSupplier nanos) {
    this.self = self;
    this.seeds = List.copyOf(seeds);
    this.nanos = nanos;
  }

  /**
   * Whom to ask to be let in. While others live that is they alone: a cluster exists, and whether
   * this node reaches it or not, it is not to form another.
   */
  List<String> whomToAsk(Set<String> living) {
    Set<String> others = new TreeSet<>(living);
    others.remove(self);
    return others.isEmpty() ? seeds : List.copyOf(others);
  }

  /**
   * Whether this node's cluster is one too many: for a while others have lived that do not belong
   * to it, and theirs is larger, or as large and with the lowest address.
   *
   * @param members of this node's cluster, itself included
   */
  boolean isSurplus(Set<String> members, Set<String> living) {
    Set<String> strangers = new TreeSet<>(living);
    strangers.removeAll(members);
    if (strangers.isEmpty()) {
      sawStrangers = false;
      return false;
    }
    long now = nanos.getAsLong();
    strangersSince = sawStrangers ? strangersSince : now;
    sawStrangers = true;
    return now - strangersSince > DOUBT_NANOS && isBehind(members, living, strangers);
  }

  private static boolean isBehind(Set<String> members, Set<String> living, Set<String> strangers) {
    long ours = living.stream().filter(members::contains).count();
    boolean isFirstOurs = members.contains(new TreeSet<>(living).getFirst());
    return strangers.size() > ours || (strangers.size() == ours && !isFirstOurs);
  }
}
