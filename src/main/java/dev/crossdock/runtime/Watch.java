package dev.crossdock.runtime;

import dev.crossdock.order.News;
import dev.crossdock.order.Recorded;
import dev.crossdock.runtime.FollowerMessage.Page;
import dev.crossdock.trade.OrderId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.Flow;
import org.apache.pekko.actor.typed.ActorRef;

/**
 * Somebody who watches orders, and how far he has been told of each. He is told no faster than he
 * asks; nothing is kept for him but one page of a journal at a time. But for {@link #request} and
 * {@link #cancel} all is called by the follower alone.
 */
final class Watch implements Flow.Subscription {
  private final ActorRef<FollowerMessage> follower;
  private final Flow.Subscriber<? super News> subscriber;
  private final OptionalInt undeliveredMax;
  private final Set<OrderId> orders;
  private final Map<OrderId, Cursor> cursors;
  private final Deque<OrderId> ready = new ArrayDeque<>(1);
  private long demand;
  private boolean reading;
  private boolean over;

  /**
   * A watch that nobody knows of yet.
   *
   * @param after of each order, the version to begin behind
   * @param undeliveredMax how far he may fall behind what happens before he is told only of that;
   *     empty: for ever, and is told all
   */
  Watch(
      ActorRef<FollowerMessage> follower,
      Flow.Subscriber<? super News> subscriber,
      Map<OrderId, Long> after,
      OptionalInt undeliveredMax) {
    this.follower = follower;
    this.subscriber = subscriber;
    this.undeliveredMax = undeliveredMax;
    this.orders = Set.copyOf(after.keySet());
    this.cursors = new LinkedHashMap<>(after.size() * 2);
    after.forEach((id, version) -> cursors.put(id, new Cursor(version)));
  }

  @Override
  public void request(long more) {
    follower.tell(new FollowerMessage.Requested(this, more));
  }

  @Override
  public void cancel() {
    follower.tell(new FollowerMessage.Closed(this));
  }

  Set<OrderId> orders() {
    return orders;
  }

  void begun() {
    subscriber.onSubscribe(this);
  }

  void requested(long more) {
    if (more < 1) {
      failed(new IllegalArgumentException("requested " + more));
    } else {
      demand = demand + more < 0 ? Long.MAX_VALUE : demand + more;
    }
  }

  void failed(Throwable why) {
    if (!over) {
      over = true;
      subscriber.onError(why);
    }
  }

  void closed() {
    over = true;
  }

  boolean isOver() {
    return over;
  }

  /** There may be something to tell of the order. */
  void moved(OrderId id) {
    Cursor cursor = cursors.get(id);
    if (cursor != null && !cursor.queued) {
      cursor.queued = true;
      ready.addLast(id);
    }
  }

  /** What the journal has of the order behind {@link #told}; empty when it did not answer. */
  void read(OrderId id, Optional<Page> read) {
    reading = false;
    Cursor cursor = cursors.get(id);
    if (cursor != null && read.isPresent()) {
      cursor.page.addAll(read.get().recorded());
      cursor.isLastPage = read.get().isLast();
    }
  }

  long told(OrderId id) {
    return Objects.requireNonNull(cursors.get(id)).told;
  }

  /**
   * Tells what can be told.
   *
   * @param feeds has one for each of its orders
   * @return an order whose journal has to be read before it goes on
   */
  Optional<OrderId> serve(Map<OrderId, Feed> feeds) {
    resyncIfTooFarBehind(feeds);
    while (!over && !reading && !ready.isEmpty()) {
      OrderId id = ready.getFirst();
      Cursor cursor = Objects.requireNonNull(cursors.get(id));
      Feed feed = Objects.requireNonNull(feeds.get(id));
      if (cursor.isDone(feed)) {
        ready.removeFirst();
        done(id);
      } else if (!cursor.isBehind(feed)) {
        ready.removeFirst();
        cursor.queued = false;
      } else if (demand == 0) {
        return Optional.empty();
      } else {
        Optional<Recorded> next = cursor.next(feed);
        if (next.isEmpty()) {
          reading = true;
          return Optional.of(id);
        }
        tell(cursor, next.get());
        ready.addLast(ready.removeFirst());
      }
    }
    return Optional.empty();
  }

  private void tell(Cursor cursor, Recorded next) {
    cursor.told = next.version();
    demand--;
    subscriber.onNext(new News.Happened(next));
  }

  private void done(OrderId id) {
    cursors.remove(id);
    if (cursors.isEmpty()) {
      over = true;
      subscriber.onComplete();
    }
  }

  private void resyncIfTooFarBehind(Map<OrderId, Feed> feeds) {
    if (over || reading || demand == 0 || undeliveredMax.isEmpty()) {
      return;
    }
    long undelivered = 0;
    for (OrderId id : ready) {
      undelivered +=
          Objects.requireNonNull(cursors.get(id)).missed(Objects.requireNonNull(feeds.get(id)));
    }
    if (undelivered > undeliveredMax.getAsInt()) {
      resync(feeds);
    }
  }

  private void resync(Map<OrderId, Feed> feeds) {
    Map<OrderId, Long> at = new HashMap<>();
    for (OrderId id : ready) {
      Cursor cursor = Objects.requireNonNull(cursors.get(id));
      Feed feed = Objects.requireNonNull(feeds.get(id));
      if (cursor.missed(feed) > 0) {
        cursor.skipTo(feed.version());
        at.put(id, feed.version());
      }
    }
    demand--;
    subscriber.onNext(new News.Resync(Map.copyOf(at)));
  }

  /** How far he has been told of one order. */
  private static final class Cursor {
    private final Deque<Recorded> page = new ArrayDeque<>(0);
    private long told;
    private long begunAt = -1;
    private boolean queued;
    private boolean isLastPage;

    Cursor(long told) {
      this.told = told;
    }

    boolean isBehind(Feed feed) {
      if (begunAt < 0 && feed.version() > 0) {
        begunAt = feed.version();
      }
      return !page.isEmpty() || told < feed.version();
    }

    boolean isDone(Feed feed) {
      return page.isEmpty() && (isLastPage || (feed.isOver() && told >= feed.version()));
    }

    Optional<Recorded> next(Feed feed) {
      Recorded read = page.pollFirst();
      return read == null ? feed.behind(told) : Optional.of(read);
    }

    /** Events that have happened since it began to watch, and that it was not told of. */
    long missed(Feed feed) {
      return begunAt < 0 ? 0 : Math.max(0, feed.version() - Math.max(told, begunAt));
    }

    void skipTo(long version) {
      told = version;
      page.clear();
    }
  }
}
