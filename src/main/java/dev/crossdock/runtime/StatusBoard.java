package dev.crossdock.runtime;

import dev.crossdock.estimate.PartnerStatus;
import dev.crossdock.estimate.PartnerStatuses;
import dev.crossdock.estimate.Past;
import java.util.Collection;
import java.util.Collections;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Where gateways write down how their partners are, and beside it what the journal knows. Safe for
 * use by many threads.
 */
final class StatusBoard implements PartnerStatuses {
  private final ConcurrentSkipListMap<String, PartnerStatus> statuses =
      new ConcurrentSkipListMap<>();
  private final AtomicLong changes = new AtomicLong();
  private final WholeTimes whole = new WholeTimes();
  private volatile Past past = Past.NONE;

  void put(PartnerStatus status) {
    PartnerStatus before = statuses.put(status.name(), status);
    if (before != null && before.breaker().state() != status.breaker().state()) {
      changes.incrementAndGet();
    }
  }

  WholeTimes whole() {
    return whole;
  }

  void remember(Past read) {
    past = read;
  }

  /** What the journal knew when it was asked last. */
  Past past() {
    return past;
  }

  @Override
  public Collection<PartnerStatus> all() {
    return Collections.unmodifiableCollection(statuses.values());
  }

  @Override
  public @Nullable PartnerStatus of(String name) {
    return statuses.get(name);
  }

  @Override
  public long changes() {
    return changes.get();
  }
}
