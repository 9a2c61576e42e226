package dev.crossdock.runtime;

import dev.crossdock.claim.Callbacks.Receipt;
import dev.crossdock.flow.Decision.Accepted;
import dev.crossdock.flow.Decision.Ignored;
import dev.crossdock.flow.Decision.Rejected;
import dev.crossdock.shipment.Refusal;
import dev.crossdock.shipment.Shipment;
import dev.crossdock.shipment.ShipmentCommand;
import dev.crossdock.shipment.ShipmentDecider;
import dev.crossdock.shipment.ShipmentEvent;
import dev.crossdock.shipment.ShipmentEvolver;
import dev.crossdock.shipment.ShipmentReply;
import dev.crossdock.shipment.ShipmentState;
import dev.crossdock.trade.ShipmentId;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.PostStop;
import org.apache.pekko.actor.typed.PreRestart;
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

/** A shipment as an actor: persists what is decided, keeps calls going, tells its order, waits. */
final class ShipmentEntity
    extends EventSourcedBehavior<ShipmentMessage, ShipmentEvent, ShipmentState> {
  static final EntityTypeKey<ShipmentMessage> KEY =
      EntityTypeKey.create(ShipmentMessage.class, "shipment");

  private final ActorContext<ShipmentMessage> context;
  private final Surroundings surroundings;
  private final Supplier<ShipmentDuties> duty;
  private ShipmentDuties duties;
  private Integrity integrity = new Integrity();
  private boolean leaving;

  private ShipmentEntity(
      ShipmentId id,
      ActorContext<ShipmentMessage> context,
      Surroundings surroundings,
      Supplier<ShipmentDuties> duty) {
    super(PersistenceId.of(KEY.name(), id.entityId()), OrderEntity.restarting());
    this.context = context;
    this.surroundings = surroundings;
    this.duty = duty;
    this.duties = duty.get();
  }

  static Behavior<ShipmentMessage> create(
      ShipmentId id,
      Partners partners,
      Post post,
      Surroundings surroundings,
      Consumer<ActorContext<ShipmentMessage>> leave) {
    return Behaviors.setup(
        context ->
            Behaviors.withTimers(
                timers -> {
                  context.setLoggerName(ShipmentEntity.class);
                  context.setReceiveTimeout(
                      surroundings.limits().passivateAfter(), new ShipmentMessage.Idle());
                  Supplier<ShipmentDuties> duty =
                      () ->
                          new ShipmentDuties(
                              id, context, timers, partners, post, surroundings, leave);
                  return new ShipmentEntity(id, context, surroundings, duty);
                }));
  }

  @Override
  public ShipmentState emptyState() {
    return new ShipmentState.None();
  }

  @Override
  public EventHandler<ShipmentState, ShipmentEvent> eventHandler() {
    return (state, event) ->
        integrity.folded(
            () -> ShipmentEvolver.evolve(state, event), why -> quarantined(state, why));
  }

  @Override
  public CommandHandler<ShipmentMessage, ShipmentEvent, ShipmentState> commandHandler() {
    return this::received;
  }

  @Override
  public RetentionCriteria retentionCriteria() {
    return Keepsakes.every(surroundings.limits().snapshotEvery());
  }

  @Override
  public SnapshotAdapter<ShipmentState> snapshotAdapter() {
    return Keepsakes.ofShipment(() -> integrity);
  }

  @Override
  public SignalHandler<ShipmentState> signalHandler() {
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

  private void recovered(ShipmentState stored) {
    duties.branch().running();
    integrity.check(version());
    ShipmentState state = integrity.trusted(stored, why -> quarantined(stored, why));
    if (state instanceof Shipment shipment) {
      duties.recovered(shipment, version());
    }
  }

  private Effect<ShipmentEvent, ShipmentState> received(
      ShipmentState stored, ShipmentMessage message) {
    ShipmentState state = integrity.trusted(stored, why -> quarantined(stored, why));
    return switch (message) {
      case ShipmentMessage.Direct m ->
          take(state, new ShipmentCommand.Direct(m.directive()), () -> duties.directed(m));
      case ShipmentMessage.Find m -> find(state, m);
      case ShipmentMessage.SummaryTaken m -> run(() -> duties.summaryTaken(state, m.version()));
      case ShipmentMessage.SubjectOwned m -> run(() -> duties.subjectKnown(m.subject()));
      case ShipmentMessage.Called m -> called(state, m);
      case ShipmentMessage.CallEnded m ->
          duties.callEnded(m.ended())
              ? take(state, new ShipmentCommand.Reported(m.ended().report()), () -> {})
              : Effect().none();
      case ShipmentMessage.Wake m ->
          take(
              state,
              new ShipmentCommand.Tick(),
              () -> context.getSelf().tell(new ShipmentMessage.Idle()));
      case ShipmentMessage.TimeCame m -> take(state, new ShipmentCommand.Tick(), () -> {});
      case ShipmentMessage.TellAgain m -> run(() -> duties.tellAgain(state));
      case ShipmentMessage.Idle m -> run(() -> duties.leaveIfIdle(state));
      case ShipmentMessage.Stop m -> {
        leaving = true;
        duties.leaving(state);
        yield Effect().stop();
      }
    };
  }

  private Effect<ShipmentEvent, ShipmentState> take(
      ShipmentState state, ShipmentCommand command, Runnable then) {
    return switch (ShipmentDecider.decide(state, command, surroundings.clock().instant())) {
      case Rejected<ShipmentEvent, Refusal> d -> Effect().none();
      case Ignored<ShipmentEvent, Refusal> d ->
          run(
              () -> {
                then.run();
                duties.keepGoing(state, version());
              });
      case Accepted<ShipmentEvent, Refusal> d -> persist(d.events(), then);
    };
  }

  private Effect<ShipmentEvent, ShipmentState> called(
      ShipmentState state, ShipmentMessage.Called m) {
    var command = new ShipmentCommand.Updated(m.partner(), m.update());
    return switch (ShipmentDecider.decide(state, command, surroundings.clock().instant())) {
      case Rejected<ShipmentEvent, Refusal> d -> Effect().none();
      case Ignored<ShipmentEvent, Refusal> d -> run(() -> hand(m, Receipt.NOTHING_NEW));
      case Accepted<ShipmentEvent, Refusal> d -> persist(d.events(), () -> hand(m, Receipt.TAKEN));
    };
  }

  private Effect<ShipmentEvent, ShipmentState> persist(List<ShipmentEvent> events, Runnable then) {
    return Effect()
        .persist(events)
        .thenRun(
            (ShipmentState after) -> {
              then.run();
              duties.movedOn(after, version());
            });
  }

  private Effect<ShipmentEvent, ShipmentState> run(Runnable what) {
    return Effect().none().thenRun(any -> what.run());
  }

  private static void hand(ShipmentMessage.Called called, Receipt receipt) {
    called.replyTo().tell(new Handed(called.callbackId(), receipt));
  }

  /** Whoever asks for what is not there leaves nothing in memory. */
  private Effect<ShipmentEvent, ShipmentState> find(ShipmentState state, ShipmentMessage.Find m) {
    return run(
        () -> {
          m.replyTo().tell(now(state));
          if (state instanceof ShipmentState.None) {
            context.getSelf().tell(new ShipmentMessage.Idle());
          }
        });
  }

  private ShipmentReply now(ShipmentState state) {
    return state instanceof ShipmentState.None
        ? new ShipmentReply.No(Refusal.NO_SUCH_SHIPMENT)
        : new ShipmentReply.Now(state, version(), false);
  }

  private long version() {
    return lastSequenceNumber(context);
  }

  private static ShipmentState quarantined(ShipmentState state, String why) {
    return switch (state) {
      case ShipmentState.None none -> new ShipmentState.Quarantined(why, null);
      case ShipmentState.Quarantined q -> q;
      case Shipment shipment -> new ShipmentState.Quarantined(why, shipment);
    };
  }
}
