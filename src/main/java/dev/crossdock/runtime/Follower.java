package dev.crossdock.runtime;

import dev.crossdock.order.Unavailable;
import dev.crossdock.runtime.FollowerMessage.Awake;
import dev.crossdock.runtime.FollowerMessage.Closed;
import dev.crossdock.runtime.FollowerMessage.Followers;
import dev.crossdock.runtime.FollowerMessage.GapRead;
import dev.crossdock.runtime.FollowerMessage.Opened;
import dev.crossdock.runtime.FollowerMessage.PageRead;
import dev.crossdock.runtime.FollowerMessage.Progress;
import dev.crossdock.runtime.FollowerMessage.Requested;
import dev.crossdock.runtime.FollowerMessage.Standing;
import dev.crossdock.runtime.FollowerMessage.Tick;
import dev.crossdock.runtime.FollowerMessage.Woke;
import dev.crossdock.trade.OrderId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.PostStop;
import org.apache.pekko.actor.typed.PreRestart;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.actor.typed.receptionist.Receptionist;
import org.apache.pekko.actor.typed.receptionist.ServiceKey;

/**
 * Follows, for its node, every order that somebody watches here: one for all streams, so that a
 * stream that waits costs nothing but its place. An entity that is in memory tells the followers
 * that asked it; one that left memory has forgotten them, and has itself announced when it is back.
 * Whatever is lost on the way is found in the journal, at the latest at the next look.
 */
final class Follower {
  private static final ServiceKey<FollowerMessage> KEY =
      ServiceKey.create(FollowerMessage.class, "followers");
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final ActorContext<FollowerMessage> context;
  private final BiConsumer<OrderId, OrderMessage> toOrder;
  private final JournalReads reads;
  private final Feeds feeds = new Feeds();
  private final Set<Watch> watches = new HashSet<>();
  private final List<FollowerMessage> again = new ArrayList<>();
  private Set<ActorRef<FollowerMessage>> others = Set.of();

  private Follower(
      ActorContext<FollowerMessage> context,
      BiConsumer<OrderId, OrderMessage> toOrder,
      JournalReads reads) {
    this.context = context;
    this.toOrder = toOrder;
    this.reads = reads;
  }

  /**
   * The follower of a node.
   *
   * @param toOrder sends to an order's entity; used once somebody watches
   */
  static Behavior<FollowerMessage> create(
      BiConsumer<OrderId, OrderMessage> toOrder, Journal journal) {
    return Behaviors.setup(
        context ->
            Behaviors.withTimers(
                timers -> {
                  timers.startTimerWithFixedDelay(new Tick(), SECOND);
                  var self = context.getSelf();
                  var receptionist = context.getSystem().receptionist();
                  receptionist.tell(Receptionist.register(KEY, self));
                  receptionist.tell(
                      Receptionist.subscribe(
                          KEY,
                          context.messageAdapter(
                              Receptionist.Listing.class,
                              found -> new Followers(found.getServiceInstances(KEY)))));
                  return new Follower(context, toOrder, new JournalReads(context, journal))
                      .following();
                }));
  }

  private Behavior<FollowerMessage> following() {
    return Behaviors.receive(FollowerMessage.class)
        .onAnyMessage(
            message -> {
              received(message);
              return Behaviors.same();
            })
        .onSignal(PreRestart.class, signal -> ended())
        .onSignal(PostStop.class, signal -> ended())
        .build();
  }

  private void received(FollowerMessage message) {
    switch (message) {
      case Opened m -> open(m.watch());
      case Requested m -> requested(m);
      case Closed m -> close(m.watch());
      case Standing m -> heard(m.id(), feed -> feed.heard(m, feeds.now()));
      case Progress m -> heard(m.id(), feed -> feed.heard(m, feeds.now()));
      case Awake m -> awake(m.id());
      case Woke m -> woke(m.id());
      case Followers m -> others = others(m.all());
      case GapRead m -> gapRead(m);
      case PageRead m -> pageRead(m);
      case Tick m -> tick();
    }
  }

  private void open(Watch watch) {
    watches.add(watch);
    watch.begun();
    for (OrderId id : watch.orders()) {
      Feed feed = feeds.opened(id, this::ask);
      feed.watches().add(watch);
      watch.moved(id);
    }
    serve(watch);
  }

  private void requested(Requested m) {
    m.watch().requested(m.more());
    serve(m.watch());
  }

  private void close(Watch watch) {
    watch.closed();
    if (watches.remove(watch)) {
      feeds.left(watch);
    }
  }

  private void serve(Watch watch) {
    watch
        .serve(feeds.all())
        .ifPresent(id -> reads.page(watch, id, watch.told(id), feeds.of(id).version()));
    if (watch.isOver()) {
      close(watch);
    }
  }

  private void heard(OrderId id, Consumer<Feed> what) {
    Feed feed = feeds.all().get(id);
    if (feed != null) {
      what.accept(feed);
      readIfMissing(id, feed);
      moved(id, feed);
    }
  }

  private void readIfMissing(OrderId id, Feed feed) {
    if (feed.isMissingSomething()) {
      feed.reads(feeds.now());
      reads.gap(id, feed.version(), feed.heardOf());
    }
  }

  private void moved(OrderId id, Feed feed) {
    feeds.moved(id, feed);
    for (Watch watch : List.copyOf(feed.watches())) {
      watch.moved(id);
      serve(watch);
    }
  }

  private void gapRead(GapRead m) {
    reads.done();
    if (m.rows().isPresent()) {
      heard(m.id(), feed -> feed.read(m.rows().get(), m.asked()));
    } else {
      again.add(m);
    }
  }

  private void pageRead(PageRead m) {
    reads.done();
    if (m.page().isPresent()) {
      m.watch().read(m.id(), m.page());
      serve(m.watch());
    } else {
      again.add(m);
    }
  }

  private void tick() {
    List<FollowerMessage> failed = List.copyOf(again);
    again.clear();
    failed.forEach(this::tryAgain);
    feeds.tick(this::ask, this::look);
  }

  private void tryAgain(FollowerMessage failed) {
    if (failed instanceof PageRead m) {
      m.watch().read(m.id(), m.page());
      serve(m.watch());
    } else if (failed instanceof GapRead m) {
      heard(m.id(), Feed::readNothing);
    }
  }

  /** Nothing was heard of it for long: the journal knows whether there was anything to hear. */
  private void look(OrderId id, Feed feed) {
    feed.reads(feeds.now());
    reads.gap(id, feed.version(), feed.heardOf());
  }

  private void ask(OrderId id) {
    toOrder.accept(id, new OrderMessage.Follow(context.getSelf()));
  }

  private void awake(OrderId id) {
    if (feeds.all().containsKey(id)) {
      ask(id);
    }
  }

  private void woke(OrderId id) {
    awake(id);
    Awake news = new Awake(id);
    others.forEach(other -> other.tell(news));
  }

  private Set<ActorRef<FollowerMessage>> others(Set<ActorRef<FollowerMessage>> all) {
    Set<ActorRef<FollowerMessage>> found = new HashSet<>(all);
    found.remove(context.getSelf());
    return found;
  }

  /** Streams do not outlive their follower; their clients come again, with where they were. */
  private Behavior<FollowerMessage> ended() {
    Unavailable why = new Unavailable("the follower has ended", new IllegalStateException());
    watches.forEach(watch -> watch.failed(why));
    return Behaviors.same();
  }
}
