package dev.crossdock.runtime;

import dev.crossdock.settings.RateLimit;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.function.IntSupplier;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A node's part of a partner's rate limit: moments that it leases from {@link Rates} as it needs
 * them. When that does not answer, the node goes on with the share that it has as one of so many.
 * Safe for use by many threads.
 */
final class Quota implements Pacer {
  private static final long PATIENCE_NANOS = Duration.ofSeconds(2).toNanos();
  private static final long KEPT_NANOS = Duration.ofSeconds(1).toNanos();
  private static final Duration SOON = Duration.ofMillis(10);
  private static final int BATCH_MAX = 50;
  private static final int BATCHES_A_SECOND = 10;

  private final RateLimit limit;
  private final LongSupplier nanos;
  private final IntSupplier nodes;
  private final IntConsumer lease;
  private final int batch;
  private final ArrayDeque<Long> moments = new ArrayDeque<>();
  private boolean asked;
  private long askedNanos;

  /** While nobody answers: the node's own share. */
  private @Nullable Schedule own;

  /**
   * Has nothing yet.
   *
   * @param nodes of the cluster, 1 and up
   * @param lease asks for so many moments; {@link #granted} is the answer
   */
  Quota(RateLimit limit, LongSupplier nanos, IntSupplier nodes, IntConsumer lease) {
    this.limit = limit;
    this.nanos = nanos;
    this.nodes = nodes;
    this.lease = lease;
    int most = Math.min(BATCH_MAX, limit.burst());
    this.batch = (int) Math.clamp(limit.perSecond() / BATCHES_A_SECOND, 1, most);
  }

  @Override
  public synchronized Duration ask() {
    long now = nanos.getAsLong();
    moments.removeIf(moment -> now - moment > KEPT_NANOS);
    if (moments.size() <= batch / 2) {
      want(now);
    }
    Long next = moments.peek();
    if (next == null) {
      return SOON;
    }
    if (next - now > 0) {
      return Duration.ofNanos(next - now);
    }
    moments.remove();
    return Duration.ZERO;
  }

  private void want(long now) {
    boolean late = asked && now - askedNanos > PATIENCE_NANOS;
    if (late && own == null) {
      own = new Schedule(share(), now);
    }
    if (own != null && moments.isEmpty()) {
      moments.add(now + own.reserve(now));
    }
    if (late || !asked) {
      asked = true;
      askedNanos = now;
      lease.accept(batch);
    }
  }

  private RateLimit share() {
    int sharers = Math.max(1, nodes.getAsInt());
    return new RateLimit(limit.perSecond() / sharers, Math.max(1, limit.burst() / sharers));
  }

  /** Takes what was leased. */
  synchronized void granted(List<Long> waitNanos) {
    long now = nanos.getAsLong();
    asked = false;
    own = null;
    waitNanos.forEach(wait -> moments.add(now + wait));
  }
}
