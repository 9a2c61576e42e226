package dev.crossdock.runtime;

import static org.awaitility.Awaitility.await;

import dev.crossdock.journal.OrderKeys;
import dev.crossdock.order.OrderEvent;
import dev.crossdock.order.OrderEvolver;
import dev.crossdock.order.OrderState;
import dev.crossdock.runtime.FollowerMessage.Opened;
import dev.crossdock.runtime.FollowerMessage.Progress;
import dev.crossdock.runtime.FollowerMessage.Standing;
import dev.crossdock.runtime.FollowerMessage.Tick;
import dev.crossdock.runtime.FollowerMessage.Woke;
import dev.crossdock.trade.OrderId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.pekko.NotUsed;
import org.apache.pekko.actor.testkit.typed.javadsl.TestProbe;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.persistence.query.EventEnvelope;
import org.apache.pekko.persistence.query.Offset;
import org.apache.pekko.stream.javadsl.Source;

/** A follower with orders and a journal that the test plays, and those who follow through it. */
final class FollowerBench implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Comparator<OrderId> BY_VALUE = Comparator.comparing(OrderId::value);

  final Rig rig = Rig.create();
  final ActorRef<FollowerMessage> follower;
  private final Random random;
  private final Map<OrderId, Life> lives = new ConcurrentHashMap<>();
  private final TestProbe<OrderId> fences = rig.kit.createTestProbe(OrderId.class);
  private final AtomicInteger reads = new AtomicInteger();
  private volatile boolean unreliable;

  FollowerBench(long seed) {
    random = new Random(seed);
    Journal journal = new Journal(this::stored, OrderKeys.NONE);
    follower = rig.spawn(Follower.create(this::received, journal));
  }

  /** An order whose whole life is known, and how much of it has happened. */
  private static final class Life {
    final List<OrderEvent> events;
    final Set<Long> lost = ConcurrentHashMap.newKeySet();
    final AtomicInteger follows = new AtomicInteger();
    final AtomicInteger happened = new AtomicInteger();
    volatile boolean followed;

    Life(List<OrderEvent> events) {
      this.events = events;
    }

    synchronized OrderState state(int version) {
      OrderState state = new OrderState.None();
      for (OrderEvent event : events.subList(0, version)) {
        state = OrderEvolver.evolve(state, event);
      }
      return state;
    }
  }

  List<OrderId> orders(int count) {
    List<OrderId> ids = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      OrderId id = new OrderId("default", "ord_" + i);
      lives.put(id, new Life(Journeys.cancelled(id, random)));
      ids.add(id);
    }
    return ids;
  }

  /** Goes on by so many events at once, and tells so if it is followed. */
  void happens(OrderId id, int howMany) {
    Life life = life(id);
    life.happened.addAndGet(howMany);
    if (life.followed) {
      follower.tell(progress(id, howMany));
    }
  }

  void leavesMemory(OrderId id) {
    life(id).followed = false;
  }

  /** The journal has this version no more. */
  void loses(OrderId id, long version) {
    life(id).lost.add(version);
  }

  void awaitFollowed(OrderId id) {
    await().atMost(PATIENCE).until(() -> life(id).followed);
  }

  int follows(OrderId id) {
    return life(id).follows.get();
  }

  int reads() {
    return reads.get();
  }

  /** The version that makes it terminal. */
  long end(OrderId id) {
    Place place = Place.start();
    for (OrderEvent event : life(id).events) {
      place = place.isOver() ? place : place.after(place.version() + 1, event);
    }
    return place.version();
  }

  void secondsPass(int seconds) {
    for (int i = 0; i < seconds; i++) {
      follower.tell(new Tick());
    }
    settles();
  }

  /** All that was said to the follower so far is done. */
  void settles() {
    OrderId fence = new OrderId("default", "ord_fence" + lives.size());
    lives.put(fence, new Life(List.of()));
    reader(Map.of(fence, 0L), OptionalInt.empty());
    fences.expectMessage(fence);
  }

  void stop() {
    rig.kit.stop(follower);
  }

  FollowerReader reader(Map<OrderId, Long> after, OptionalInt undeliveredMax) {
    FollowerReader reader = new FollowerReader(after);
    follower.tell(new Opened(new Watch(follower, reader, after, undeliveredMax)));
    return reader;
  }

  /** Some who follow one order each, some who follow all; from the beginning or later. */
  List<FollowerReader> readersAtRandom(List<OrderId> orders) {
    unreliable = true;
    List<FollowerReader> readers = new ArrayList<>();
    for (OrderId id : orders) {
      happens(id, 1 + random.nextInt(6));
      readers.add(reader(Map.of(id, after(id)), OptionalInt.empty()));
      readers.add(reader(Map.of(id, after(id)), OptionalInt.empty()));
    }
    Map<OrderId, Long> all = new HashMap<>();
    orders.forEach(id -> all.put(id, after(id)));
    readers.add(reader(all, OptionalInt.of(1_000_000)));
    return readers;
  }

  private long after(OrderId id) {
    return random.nextInt(life(id).happened.get() + 1);
  }

  boolean isOver(List<FollowerReader> readers) {
    return readers.stream().allMatch(reader -> reader.over);
  }

  /** One of all the things that may happen. */
  void somethingHappens(List<FollowerReader> readers) {
    OrderId id = lives.keySet().stream().sorted(BY_VALUE).toList().get(random.nextInt(3));
    Life life = life(id);
    switch (random.nextInt(8)) {
      case 0, 1 -> goesOnAtRandom(id, life);
      case 2 -> leavesMemory(id);
      case 3 -> follower.tell(new Woke(id));
      case 4 -> follower.tell(progress(id, random.nextInt(life.happened.get() + 1)));
      case 5 -> follower.tell(stale(id, life));
      case 6 -> follower.tell(new Tick());
      default -> readers.get(random.nextInt(readers.size())).asks(1 + random.nextInt(3));
    }
  }

  private void goesOnAtRandom(OrderId id, Life life) {
    int left = life.events.size() - life.happened.get();
    if (left > 0) {
      int howMany = 1 + random.nextInt(Math.min(3, left));
      if (random.nextInt(3) == 0) {
        life.happened.addAndGet(howMany);
      } else {
        happens(id, howMany);
      }
    }
  }

  /** What was true once. */
  private Progress stale(OrderId id, Life life) {
    int version = 1 + random.nextInt(life.happened.get());
    int latest = random.nextInt(version + 1);
    return new Progress(id, version, life.events.subList(version - latest, version));
  }

  private Progress progress(OrderId id, int latest) {
    Life life = life(id);
    int version = life.happened.get();
    return new Progress(id, version, life.events.subList(version - latest, version));
  }

  private void received(OrderId id, OrderMessage message) {
    if (message instanceof OrderMessage.Follow follow) {
      Life life = life(id);
      boolean isFirst = life.follows.incrementAndGet() == 1;
      if (isFirst && life.events.isEmpty()) {
        fences.getRef().tell(id);
      }
      life.followed = true;
      int version = life.happened.get();
      follow.replyTo().tell(new Standing(id, life.state(version), version));
    }
  }

  private Source<EventEnvelope, NotUsed> stored(String persistenceId, long from, long to) {
    int read = reads.incrementAndGet();
    if (unreliable && read % 5 == 0) {
      return Source.failed(new IllegalStateException("the journal does not answer"));
    }
    OrderId id = OrderId.ofEntity(persistenceId.substring(persistenceId.indexOf('|') + 1));
    Life life = life(id);
    List<EventEnvelope> rows = new ArrayList<>();
    for (long version = from; version <= Math.min(to, life.happened.get()); version++) {
      if (!life.lost.contains(version)) {
        OrderEvent event = life.events.get((int) version - 1);
        rows.add(new EventEnvelope(Offset.noOffset(), persistenceId, version, event, 0));
      }
    }
    return Source.from(rows);
  }

  private Life life(OrderId id) {
    Life life = lives.get(id);
    if (life == null) {
      throw new AssertionError("no " + id);
    }
    return life;
  }

  @Override
  public void close() {
    rig.close();
  }
}
