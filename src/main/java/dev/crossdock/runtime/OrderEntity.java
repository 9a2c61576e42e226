package dev.crossdock.runtime;

import dev.crossdock.claim.Callbacks.Receipt;
import dev.crossdock.claim.Claimant;
import dev.crossdock.claim.Subject;
import dev.crossdock.flow.Decision.Accepted;
import dev.crossdock.flow.Decision.Ignored;
import dev.crossdock.flow.Decision.Rejected;
import dev.crossdock.order.Order;
import dev.crossdock.order.OrderCommand;
import dev.crossdock.order.OrderDecider;
import dev.crossdock.order.OrderEvent;
import dev.crossdock.order.OrderEvolver;
import dev.crossdock.order.OrderReply;
import dev.crossdock.order.OrderState;
import dev.crossdock.order.Refusal;
import dev.crossdock.partner.Update;
import dev.crossdock.trade.OrderId;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.PostStop;
import org.apache.pekko.actor.typed.PreRestart;
import org.apache.pekko.actor.typed.SupervisorStrategy;
import org.apache.pekko.actor.typed.Terminated;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.cluster.sharding.typed.javadsl.EntityTypeKey;
import org.apache.pekko.persistence.typed.PersistenceId;
import org.apache.pekko.persistence.typed.RecoveryCompleted;
import org.apache.pekko.persistence.typed.SnapshotAdapter;
import org.apache.pekko.persistence.typed.javadsl.CommandHandler;
import org.apache.pekko.persistence.typed.javadsl.Effect;
import org.apache.pekko.persistence.typed.javadsl.EventHandler;
import org.apache.pekko.persistence.typed.javadsl.EventSourcedBehavior;
import org.apache.pekko.persistence.typed.javadsl.RetentionCriteria;
import org.apache.pekko.persistence.typed.javadsl.SignalHandler;

/** An order as an actor: persists what is decided, keeps calls going, answers, waits. */
final class OrderEntity extends EventSourcedBehavior<OrderMessage, OrderEvent, OrderState> {
  static final EntityTypeKey<OrderMessage> KEY = EntityTypeKey.create(OrderMessage.class, "order");

  private final OrderId id;
  private final ActorContext<OrderMessage> context;
  private final Surroundings surroundings;
  private final Supplier<OrderDuties> duty;
  private OrderDuties duties;
  private Integrity integrity = new Integrity();
  private boolean leaving;
  private final Audience audience = new Audience();

  private OrderEntity(
      OrderId id,
      ActorContext<OrderMessage> context,
      Surroundings surroundings,
      Supplier<OrderDuties> duty) {
    super(PersistenceId.of(KEY.name(), id.entityId()), restarting());
    this.id = id;
    this.context = context;
    this.surroundings = surroundings;
    this.duty = duty;
    this.duties = duty.get();
  }

  static Behavior<OrderMessage> create(
      OrderId id,
      Partners partners,
      Post post,
      Surroundings surroundings,
      Consumer<ActorContext<OrderMessage>> leave) {
    return Behaviors.setup(
        context ->
            Behaviors.withTimers(
                timers -> {
                  context.setLoggerName(OrderEntity.class);
                  context.setReceiveTimeout(
                      surroundings.limits().passivateAfter(), new OrderMessage.Idle());
                  Supplier<OrderDuties> duty =
                      () ->
                          new OrderDuties(id, context, timers, partners, post, surroundings, leave);
                  return new OrderEntity(id, context, surroundings, duty);
                }));
  }

  /** A journal that failed is no answer: begun again, and asked what it has. */
  static org.apache.pekko.actor.typed.BackoffSupervisorStrategy restarting() {
    return SupervisorStrategy.restartWithBackoff(
        java.time.Duration.ofMillis(200), java.time.Duration.ofSeconds(5), 0.2);
  }

  @Override
  public OrderState emptyState() {
    return new OrderState.None();
  }

  @Override
  public EventHandler<OrderState, OrderEvent> eventHandler() {
    return (state, event) ->
        integrity.folded(() -> OrderEvolver.evolve(state, event), why -> quarantined(state, why));
  }

  @Override
  public CommandHandler<OrderMessage, OrderEvent, OrderState> commandHandler() {
    return this::received;
  }

  @Override
  public RetentionCriteria retentionCriteria() {
    return Keepsakes.every(surroundings.limits().snapshotEvery());
  }

  @Override
  public SnapshotAdapter<OrderState> snapshotAdapter() {
    return Keepsakes.ofOrder(() -> integrity);
  }

  @Override
  public SignalHandler<OrderState> signalHandler() {
    return newSignalHandlerBuilder()
        .onSignal(RecoveryCompleted.instance(), this::recovered)
        .onSignal(Terminated.class, (state, gone) -> duties.childGone(gone))
        .onSignal(PreRestart.instance(), state -> beginAnew())
        .onSignal(PostStop.instance(), state -> ended())
        .build();
  }

  /** The journal failed, and what it has is read again: nothing of this life is true any more. */
  private void beginAnew() {
    var before = duties;
    duties = duty.get();
    before.over();
    duties.branch().failed(new IllegalStateException("the journal failed"));
    integrity = new Integrity();
  }

  private void ended() {
    if (leaving) {
      duties.branch().forgotten();
    } else {
      duties.failed();
    }
  }

  private void recovered(OrderState stored) {
    duties.branch().running();
    integrity.check(lastSequenceNumber(context));
    OrderState state = integrity.trusted(stored, why -> quarantined(stored, why));
    if (state instanceof Order order) {
      audience.told(new FollowerMessage.Progress(id, version(), List.of()));
      duties.announce();
      duties.recovered(order);
    }
  }

  private Effect<OrderEvent, OrderState> received(OrderState stored, OrderMessage message) {
    OrderState state = integrity.trusted(stored, why -> quarantined(stored, why));
    return switch (message) {
      case OrderMessage.Place m -> answer(state, m.command(), m.replyTo());
      case OrderMessage.Cancel m -> answer(state, m.command(), m.replyTo());
      case OrderMessage.Find m -> find(state, m);
      case OrderMessage.Follow m -> follow(state, m);
      case OrderMessage.CallEnded m ->
          duties.callEnded(m.ended())
              ? take(state, new OrderCommand.Reported(m.ended().report()), () -> {})
              : Effect().none();
      case OrderMessage.ShipmentTells m ->
          take(
              state,
              new OrderCommand.ShipmentTells(m.summary()),
              () -> duties.summaryTaken(m.summary()));
      case OrderMessage.DirectiveTaken m -> run(() -> duties.directiveTaken(m.directive()));
      case OrderMessage.SubjectOwned m -> owned(state, m.subject(), m.owner());
      case OrderMessage.Called m -> called(state, m);
      case OrderMessage.Wake m ->
          take(
              state,
              new OrderCommand.Tick(),
              () -> context.getSelf().tell(new OrderMessage.Idle()));
      case OrderMessage.TimeCame m -> take(state, new OrderCommand.Tick(), () -> {});
      case OrderMessage.TellAgain m -> run(duties::tellAgain);
      case OrderMessage.Idle m -> run(() -> duties.leaveIfIdle(state));
      case OrderMessage.Stop m -> {
        leaving = true;
        duties.leaving(state);
        yield Effect().stop();
      }
    };
  }

  private Effect<OrderEvent, OrderState> answer(
      OrderState state, OrderCommand command, ActorRef<OrderReply> replyTo) {
    return switch (OrderDecider.decide(state, command, surroundings.clock().instant())) {
      case Rejected<OrderEvent, Refusal> d -> run(() -> replyTo.tell(new OrderReply.No(d.why())));
      case Ignored<OrderEvent, Refusal> d -> run(() -> replyTo.tell(now(state)));
      case Accepted<OrderEvent, Refusal> d ->
          persist(d.events(), after -> replyTo.tell(new OrderReply.Now(after, version(), true)));
    };
  }

  private Effect<OrderEvent, OrderState> take(
      OrderState state, OrderCommand command, Runnable then) {
    return switch (OrderDecider.decide(state, command, surroundings.clock().instant())) {
      case Rejected<OrderEvent, Refusal> d -> run(() -> duties.keepGoing(state));
      case Ignored<OrderEvent, Refusal> d ->
          run(
              () -> {
                then.run();
                duties.keepGoing(state);
              });
      case Accepted<OrderEvent, Refusal> d -> persist(d.events(), after -> then.run());
    };
  }

  private Effect<OrderEvent, OrderState> persist(
      List<OrderEvent> events, Consumer<OrderState> then) {
    return Effect()
        .persist(events)
        .thenRun(
            (OrderState after) -> {
              duties.movedOn(after);
              audience.told(new FollowerMessage.Progress(id, version(), events));
              then.accept(after);
            });
  }

  private Effect<OrderEvent, OrderState> called(OrderState state, OrderMessage.Called m) {
    if (!(m.update() instanceof Update.AuthorizationUpdated(var authorization))) {
      return run(() -> hand(m, Receipt.NOTHING_NEW));
    }
    var command = new OrderCommand.AuthorizationUpdated(m.partner(), authorization);
    return switch (OrderDecider.decide(state, command, surroundings.clock().instant())) {
      case Rejected<OrderEvent, Refusal> d -> Effect().none();
      case Ignored<OrderEvent, Refusal> d -> run(() -> hand(m, Receipt.NOTHING_NEW));
      case Accepted<OrderEvent, Refusal> d -> persist(d.events(), after -> hand(m, Receipt.TAKEN));
    };
  }

  private Effect<OrderEvent, OrderState> owned(OrderState state, Subject subject, Claimant owner) {
    duties.subjectKnown(subject);
    OrderId first = OrderId.ofEntity(owner.entityId());
    return first.equals(id)
        ? Effect().none()
        : take(state, new OrderCommand.DuplicateFound(first), () -> {});
  }

  private Effect<OrderEvent, OrderState> follow(OrderState state, OrderMessage.Follow m) {
    return run(
        () -> {
          audience.add(m.replyTo());
          m.replyTo().tell(new FollowerMessage.Standing(id, state, version()));
          leaveIfNothing(state);
        });
  }

  private Effect<OrderEvent, OrderState> run(Runnable what) {
    return Effect().none().thenRun(any -> what.run());
  }

  private static void hand(OrderMessage.Called called, Receipt receipt) {
    called.replyTo().tell(new Handed(called.callbackId(), receipt));
  }

  /** Whoever asks for what is not there leaves nothing in memory. */
  private Effect<OrderEvent, OrderState> find(OrderState state, OrderMessage.Find m) {
    return run(
        () -> {
          m.replyTo().tell(now(state));
          leaveIfNothing(state);
        });
  }

  private void leaveIfNothing(OrderState state) {
    if (state instanceof OrderState.None) {
      context.getSelf().tell(new OrderMessage.Idle());
    }
  }

  private OrderReply now(OrderState state) {
    return state instanceof OrderState.None
        ? new OrderReply.No(Refusal.NO_SUCH_ORDER)
        : new OrderReply.Now(state, version(), false);
  }

  private long version() {
    return lastSequenceNumber(context);
  }

  private static OrderState quarantined(OrderState state, String why) {
    return switch (state) {
      case OrderState.None none -> new OrderState.Quarantined(why, null);
      case OrderState.Quarantined q -> q;
      case Order order -> new OrderState.Quarantined(why, order);
    };
  }
}
