package dev.crossdock.shipment.simulation;

import dev.crossdock.flow.Call;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A call in flight, as a child of its entity: it ends with its entity, its requests may not. */
final class Flight {
  private final Call call;
  private @Nullable Instant endedAt;

  Flight(Call call) {
    this.call = call;
  }

  Call call() {
    return call;
  }

  void end(Instant at) {
    if (endedAt == null) {
      endedAt = at;
    }
  }

  /** When nobody waited for it any more; absent: somebody does. */
  @Nullable Instant endedAt() {
    return endedAt;
  }
}
