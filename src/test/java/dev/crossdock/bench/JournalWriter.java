package dev.crossdock.bench;

import dev.crossdock.order.OrderEvent;
import java.util.concurrent.CountDownLatch;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.persistence.typed.PersistenceId;
import org.apache.pekko.persistence.typed.RecoveryCompleted;
import org.apache.pekko.persistence.typed.javadsl.CommandHandler;
import org.apache.pekko.persistence.typed.javadsl.Effect;
import org.apache.pekko.persistence.typed.javadsl.EventHandler;
import org.apache.pekko.persistence.typed.javadsl.EventSourcedBehavior;
import org.apache.pekko.persistence.typed.javadsl.SignalHandler;

/** Stores an event, and the next as soon as it is stored. */
final class JournalWriter extends EventSourcedBehavior<JournalWriter.Next, OrderEvent, Integer> {
  private final ActorRef<Next> self;
  private final OrderEvent event;
  private final int events;
  private final CountDownLatch written;

  /** Store one more. */
  record Next() {}

  private JournalWriter(
      String id, ActorRef<Next> self, OrderEvent event, int events, CountDownLatch written) {
    super(PersistenceId.ofUniqueId(id));
    this.self = self;
    this.event = event;
    this.events = events;
    this.written = written;
  }

  static Behavior<Next> create(String id, OrderEvent event, int events, CountDownLatch written) {
    return Behaviors.setup(
        context -> new JournalWriter(id, context.getSelf(), event, events, written));
  }

  @Override
  public Integer emptyState() {
    return 0;
  }

  @Override
  public CommandHandler<Next, OrderEvent, Integer> commandHandler() {
    return newCommandHandlerBuilder().forAnyState().onAnyCommand(this::store);
  }

  private Effect<OrderEvent, Integer> store(Integer count, Next next) {
    return count == events
        ? Effect().stop()
        : Effect()
            .persist(event)
            .thenRun(
                state -> {
                  written.countDown();
                  self.tell(next);
                });
  }

  @Override
  public EventHandler<Integer, OrderEvent> eventHandler() {
    return newEventHandlerBuilder().forAnyState().onAnyEvent((count, stored) -> count + 1);
  }

  @Override
  public SignalHandler<Integer> signalHandler() {
    return newSignalHandlerBuilder()
        .onSignal(RecoveryCompleted.instance(), count -> self.tell(new Next()))
        .build();
  }
}
