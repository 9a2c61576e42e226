package dev.crossdock.api;

import dev.crossdock.api.stream.Frames;
import dev.crossdock.api.write.EventJson;
import dev.crossdock.estimate.Estimates;
import dev.crossdock.order.Order;
import dev.crossdock.order.Recorded;
import dev.crossdock.trade.OrderId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.pekko.util.ByteString;

/** What a stream says of when its orders will be there although nothing has happened to them. */
final class Outlook {
  private final EventJson json;
  private final Estimates estimates;
  private final Map<OrderId, Known> known = new HashMap<>(2);
  private long changes;

  Outlook(EventJson json, Estimates estimates) {
    this.json = json;
    this.estimates = estimates;
    this.changes = estimates.changes();
  }

  /** How an order is, as far as this stream knows. */
  private record Known(Order order, long version) {}

  /** So it is now, before anything was told. */
  void now(Order order, long version) {
    if (!EventEndpoint.isOver(order)) {
      known.put(order.id(), new Known(order, version));
    }
  }

  /**
   * An event is told.
   *
   * @return whether the order is still so
   */
  boolean told(Recorded recorded) {
    Known last = known.get(recorded.after().id());
    boolean isNews = last == null || last.version() <= recorded.version();
    if (EventEndpoint.isOver(recorded.after())) {
      known.remove(recorded.after().id());
    } else if (isNews) {
      known.put(recorded.after().id(), new Known(recorded.after(), recorded.version()));
    }
    return isNews;
  }

  /** More has happened to it than is told. */
  void unknown(OrderId id) {
    known.remove(id);
  }

  /** Events without an id, once what is expected has changed by more than time passing. */
  Optional<ByteString> changed() {
    long now = estimates.changes();
    if (now == changes || known.isEmpty()) {
      return Optional.empty();
    }
    changes = now;
    return known.values().stream()
        .map(it -> Frames.event(null, "estimate", json.estimated(it.order(), it.version())))
        .reduce(ByteString::concat);
  }
}
