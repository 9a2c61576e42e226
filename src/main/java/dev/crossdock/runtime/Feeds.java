package dev.crossdock.runtime;

import dev.crossdock.trade.OrderId;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** The orders that somebody on this node watches, and what has to be looked at again in time. */
final class Feeds {
  /** Looks into the journal a second, however many orders there are. */
  private static final int LOOKS_MAX = 20;

  private static final int QUIET_SECONDS = 30;
  private static final int UNANSWERED_SECONDS = 5;
  private static final int RECENT_SECONDS = 2;

  private final Map<OrderId, Feed> feeds = new HashMap<>();
  private final Deque<OrderId> round = new ArrayDeque<>();
  private final Set<OrderId> unanswered = new HashSet<>();
  private final Set<OrderId> withRecent = new HashSet<>();
  private long now;

  Map<OrderId, Feed> all() {
    return Collections.unmodifiableMap(feeds);
  }

  /** Of an order that somebody watches. */
  Feed of(OrderId id) {
    return Objects.requireNonNull(feeds.get(id));
  }

  /** Seconds since the beginning. */
  long now() {
    return now;
  }

  /** The order's feed, whose entity is asked if it is a new one. */
  Feed opened(OrderId id, Consumer<OrderId> ask) {
    return feeds.computeIfAbsent(
        id,
        any -> {
          round.addLast(id);
          unanswered.add(id);
          ask.accept(id);
          return new Feed();
        });
  }

  /** What nobody watches is forgotten. */
  void left(Watch watch) {
    for (OrderId id : watch.orders()) {
      feeds.computeIfPresent(
          id,
          (any, feed) -> {
            feed.watches().remove(watch);
            return feed.watches().isEmpty() ? null : feed;
          });
    }
  }

  void moved(OrderId id, Feed feed) {
    if (feed.hasRecent()) {
      withRecent.add(id);
    }
  }

  /** A second has passed. */
  void tick(Consumer<OrderId> ask, BiConsumer<OrderId, Feed> look) {
    now++;
    forgetRecent();
    if (now % UNANSWERED_SECONDS == 0) {
      unanswered.removeIf(id -> !feeds.containsKey(id) || feeds.get(id).isAnswered());
      unanswered.forEach(ask);
    }
    for (int looks = Math.min(LOOKS_MAX, round.size()); looks > 0; looks--) {
      OrderId id = round.removeFirst();
      Feed feed = feeds.get(id);
      if (feed != null) {
        round.addLast(id);
        if (feed.isQuietSince(now - QUIET_SECONDS)) {
          look.accept(id, feed);
        }
      }
    }
  }

  private void forgetRecent() {
    withRecent.removeIf(
        id -> {
          Feed feed = feeds.get(id);
          boolean old = feed == null || feed.newsAt() <= now - RECENT_SECONDS;
          if (feed != null && old) {
            feed.forgetRecent();
          }
          return old;
        });
  }
}
