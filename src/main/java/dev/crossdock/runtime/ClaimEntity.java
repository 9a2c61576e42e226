package dev.crossdock.runtime;

import dev.crossdock.claim.Callback;
import dev.crossdock.claim.Callbacks.Receipt;
import dev.crossdock.claim.Claim;
import dev.crossdock.claim.ClaimEvent;
import dev.crossdock.claim.Claimant;
import dev.crossdock.trade.OrderId;
import dev.crossdock.trade.ShipmentId;
import java.time.Instant;
import java.util.function.Consumer;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.PreRestart;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.actor.typed.javadsl.TimerScheduler;
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

/**
 * Knows whom a subject concerns. Callbacks go through it straight to their owner, who journals
 * them; only what comes before there is an owner is journalled here.
 */
final class ClaimEntity extends EventSourcedBehavior<ClaimMessage, ClaimEvent, Claim> {
  static final EntityTypeKey<ClaimMessage> KEY = EntityTypeKey.create(ClaimMessage.class, "claim");
  private static final ClaimMessage TELL_AGAIN = new ClaimMessage.TellAgain();

  private final ActorContext<ClaimMessage> context;
  private final TimerScheduler<ClaimMessage> timers;
  private final Post post;
  private final Surroundings surroundings;
  private final Consumer<ActorContext<ClaimMessage>> leave;
  private final ActorRef<Handed> taken;
  private Integrity integrity = new Integrity();

  private ClaimEntity(
      String entityId,
      ActorContext<ClaimMessage> context,
      TimerScheduler<ClaimMessage> timers,
      Post post,
      Surroundings surroundings,
      Consumer<ActorContext<ClaimMessage>> leave) {
    super(PersistenceId.of(KEY.name(), entityId), OrderEntity.restarting());
    this.context = context;
    this.timers = timers;
    this.post = post;
    this.surroundings = surroundings;
    this.leave = leave;
    this.taken =
        context.messageAdapter(
            Handed.class, handed -> new ClaimMessage.OwnerTook(handed.callbackId()));
  }

  static Behavior<ClaimMessage> create(
      String entityId,
      Post post,
      Surroundings surroundings,
      Consumer<ActorContext<ClaimMessage>> leave) {
    return Behaviors.setup(
        context ->
            Behaviors.withTimers(
                timers -> {
                  context.setLoggerName(ClaimEntity.class);
                  context.setReceiveTimeout(
                      surroundings.limits().passivateAfter(), new ClaimMessage.Idle());
                  return new ClaimEntity(entityId, context, timers, post, surroundings, leave);
                }));
  }

  @Override
  public Claim emptyState() {
    return Claim.none();
  }

  @Override
  public EventHandler<Claim, ClaimEvent> eventHandler() {
    return (claim, event) ->
        integrity.folded(() -> claim.after(event), why -> quarantined(claim, why));
  }

  @Override
  public RetentionCriteria retentionCriteria() {
    return Keepsakes.every(surroundings.limits().snapshotEvery());
  }

  @Override
  public SnapshotAdapter<Claim> snapshotAdapter() {
    return Keepsakes.ofClaim(() -> integrity);
  }

  @Override
  public SignalHandler<Claim> signalHandler() {
    return newSignalHandlerBuilder()
        .onSignal(RecoveryCompleted.instance(), this::recovered)
        .onSignal(PreRestart.instance(), claim -> integrity = new Integrity())
        .build();
  }

  private void recovered(Claim stored) {
    integrity.check(lastSequenceNumber(context));
    passKept(trusted(stored));
  }

  private Claim trusted(Claim stored) {
    return integrity.trusted(stored, why -> quarantined(stored, why));
  }

  private static Claim quarantined(Claim claim, String why) {
    return new Claim(claim.owner(), claim.kept(), why);
  }

  @Override
  public CommandHandler<ClaimMessage, ClaimEvent, Claim> commandHandler() {
    return (claim, message) ->
        switch (message) {
          case ClaimMessage.Stake m -> stake(trusted(claim), m);
          case ClaimMessage.Deliver m -> deliver(trusted(claim), m);
          case ClaimMessage.OwnerTook m ->
              claim.kept().stream().anyMatch(k -> k.callback().id().equals(m.callbackId()))
                  ? Effect().persist(new ClaimEvent.Passed(m.callbackId(), now()))
                  : Effect().none();
          case ClaimMessage.TellAgain m -> Effect().none().thenRun(this::passKept);
          case ClaimMessage.Idle m -> Effect().none().thenRun(this::leaveIfIdle);
          case ClaimMessage.Stop m -> Effect().stop();
        };
  }

  private Effect<ClaimEvent, Claim> stake(Claim claim, ClaimMessage.Stake stake) {
    if (claim.quarantined() != null) {
      return Effect().none();
    }
    Claimant owner = claim.owner();
    return owner == null
        ? Effect()
            .persist(new ClaimEvent.Claimed(stake.claimant(), now()))
            .thenRun(
                (Claim after) -> {
                  tellOwner(stake, stake.claimant());
                  passKept(after);
                  leaveIfIdle(after);
                })
        : Effect()
            .none()
            .thenRun(
                any -> {
                  tellOwner(stake, owner);
                  leaveIfIdle(claim);
                });
  }

  private void tellOwner(ClaimMessage.Stake stake, Claimant owner) {
    String asker = stake.claimant().entityId();
    switch (stake.claimant().kind()) {
      case ORDER ->
          post.toOrder(
              OrderId.ofEntity(asker), new OrderMessage.SubjectOwned(stake.subject(), owner));
      case SHIPMENT ->
          post.toShipment(
              ShipmentId.ofEntity(asker), new ShipmentMessage.SubjectOwned(stake.subject(), owner));
    }
  }

  /** No answer means to the partner that it is to come again. */
  private Effect<ClaimEvent, Claim> deliver(Claim claim, ClaimMessage.Deliver m) {
    Callback callback = m.callback();
    if (claim.owner() != null) {
      Claimant owner = claim.owner();
      return Effect().none().thenRun(any -> pass(owner, callback, m.replyTo()));
    }
    if (claim.keeps(callback)) {
      return Effect().none().thenRun(any -> hand(m, Receipt.NOTHING_NEW));
    }
    return claim.kept().size() >= Claim.KEPT_MAX || claim.quarantined() != null
        ? Effect().none()
        : Effect()
            .persist(new ClaimEvent.KeptAside(callback, now()))
            .thenRun((Claim after) -> hand(m, Receipt.KEPT_ASIDE));
  }

  private static void hand(ClaimMessage.Deliver m, Receipt receipt) {
    m.replyTo().tell(new Handed(m.callback().id(), receipt));
  }

  private void passKept(Claim claim) {
    Claimant owner = claim.owner();
    var left = claim.toPass(now());
    if (owner == null || left.isEmpty()) {
      timers.cancel(TELL_AGAIN);
      return;
    }
    left.forEach(callback -> pass(owner, callback, taken));
    timers.startSingleTimer(TELL_AGAIN, surroundings.limits().tellAgain());
  }

  private void pass(Claimant owner, Callback callback, ActorRef<Handed> replyTo) {
    switch (owner.kind()) {
      case ORDER ->
          post.toOrder(
              OrderId.ofEntity(owner.entityId()),
              new OrderMessage.Called(
                  callback.id(), callback.partner(), callback.update(), replyTo));
      case SHIPMENT ->
          post.toShipment(
              ShipmentId.ofEntity(owner.entityId()),
              new ShipmentMessage.Called(
                  callback.id(), callback.partner(), callback.update(), replyTo));
    }
  }

  private void leaveIfIdle(Claim claim) {
    if (claim.owner() == null || claim.toPass(now()).isEmpty()) {
      leave.accept(context);
    }
  }

  private Instant now() {
    return surroundings.clock().instant();
  }
}
