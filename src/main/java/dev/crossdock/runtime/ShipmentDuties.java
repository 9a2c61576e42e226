package dev.crossdock.runtime;

import dev.crossdock.claim.Claimant;
import dev.crossdock.claim.Subject;
import dev.crossdock.ops.Supervision.Branch;
import dev.crossdock.order.ShipmentSummary;
import dev.crossdock.shipment.Shipment;
import dev.crossdock.shipment.ShipmentState;
import dev.crossdock.trade.ShipmentId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.pekko.actor.typed.ChildFailed;
import org.apache.pekko.actor.typed.Terminated;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.apache.pekko.actor.typed.javadsl.TimerScheduler;
import org.jspecify.annotations.Nullable;

/**
 * What a shipment's entity does because its state says so: calls, and messages until they arrive.
 */
final class ShipmentDuties {
  private static final Duration SOON = Duration.ofMinutes(1);
  private static final Duration AT_ONCE = Duration.ofSeconds(1);
  private static final ShipmentMessage TELL_AGAIN = new ShipmentMessage.TellAgain();

  private final ShipmentId id;
  private final ActorContext<ShipmentMessage> context;
  private final TimerScheduler<ShipmentMessage> timers;
  private final Post post;
  private final Surroundings surroundings;
  private final Consumer<ActorContext<ShipmentMessage>> leave;
  private final Branch branch;
  private final Errands<ShipmentMessage> errands;
  private final Outbox<Subject, Claimant> claims = new Outbox<>();

  /** What the order is to know, from the moment that it is news until the order has it. */
  private @Nullable ShipmentSummary untold;

  private @Nullable ShipmentSummary told;

  /** What an earlier life has told is not known: it is told again. */
  private boolean recovered;

  private boolean movedOn;

  ShipmentDuties(
      ShipmentId id,
      ActorContext<ShipmentMessage> context,
      TimerScheduler<ShipmentMessage> timers,
      Partners partners,
      Post post,
      Surroundings surroundings,
      Consumer<ActorContext<ShipmentMessage>> leave) {
    this.id = id;
    this.context = context;
    this.timers = timers;
    this.post = post;
    this.surroundings = surroundings;
    this.leave = leave;
    this.branch =
        surroundings.supervision().root().child("shipments", "region").child(id.value(), "entity");
    this.errands =
        new Errands<>(
            context,
            timers,
            partners,
            surroundings,
            branch,
            ShipmentMessage.CallEnded::new,
            new ShipmentMessage.TimeCame());
  }

  Branch branch() {
    return branch;
  }

  /** Another takes over; whoever restarts the entity ends its children. */
  void over() {
    timers.cancelAll();
    branch.forgotten();
  }

  void recovered(Shipment shipment, long version) {
    recovered = true;
    errands.suspect(shipment.work().suspects());
    keepGoing(shipment, version);
  }

  /** The same for a shipment that something has just become of. */
  void movedOn(ShipmentState after, long version) {
    movedOn = true;
    keepGoing(after, version);
    leaveIfOver(after);
  }

  /** Everything that the state asks for is on its way afterwards. */
  void keepGoing(ShipmentState state, long version) {
    if (!(state instanceof Shipment shipment)) {
      return;
    }
    Instant now = surroundings.clock().instant();
    errands.keepGoing(
        shipment.dueCalls(now, errands.suspects()), shipment.work(), shipment.nextDue(now));
    claims
        .want(shipment.subjects().stream().collect(Collectors.toMap(s -> s, any -> me())))
        .forEach(this::stake);
    ShipmentSummary summary = shipment.summary(version);
    if (told == null ? recovered || isNews(shipment, summary) : summary.isNewsAfter(told)) {
      told = summary;
      untold = summary;
      tellOrder(shipment, summary);
    }
    if (!allKnown() && !timers.isTimerActive(TELL_AGAIN)) {
      timers.startTimerWithFixedDelay(TELL_AGAIN, surroundings.limits().tellAgain());
    }
  }

  /**
   * One that has come to its end, and is known to have, leaves memory at once. One that is only
   * looked at stays for a while: whoever looks once may look again.
   */
  private void leaveIfOver(ShipmentState state) {
    if (movedOn && state instanceof Shipment shipment && shipment.status().isOver()) {
      leaveIfIdle(shipment);
    }
  }

  void tellAgain(ShipmentState state) {
    claims.unacknowledged().forEach(this::stake);
    if (untold != null && state instanceof Shipment shipment) {
      tellOrder(shipment, untold);
    }
    if (allKnown()) {
      timers.cancel(TELL_AGAIN);
    }
  }

  /** Whether this is news, and to be taken. */
  boolean callEnded(Ended ended) {
    return errands.ended(ended);
  }

  /** A child is gone that had not reported, or it would have been stopped. */
  void childGone(Terminated gone) {
    Throwable cause = gone instanceof ChildFailed failed ? failed.getCause() : null;
    errands.gone(gone.getRef(), cause);
  }

  void summaryTaken(ShipmentState state, long version) {
    if (untold != null && untold.version() <= version) {
      untold = null;
    }
    leaveIfOver(state);
  }

  void subjectKnown(Subject subject) {
    claims.acknowledged(subject, me());
  }

  /** The order has journalled what it wants; it hears that the shipment has, too. */
  void directed(ShipmentMessage.Direct message) {
    post.toOrder(
        message.directive().plan().orderId(), new OrderMessage.DirectiveTaken(message.directive()));
  }

  /** Leaves memory when nothing is under way and nothing is due soon. */
  void leaveIfIdle(ShipmentState state) {
    Instant now = surroundings.clock().instant();
    Instant soon = now.plus(SOON);
    if (isAtRest(state, now) && nextDue(state, now).filter(at -> at.isBefore(soon)).isEmpty()) {
      leave.accept(context);
    }
  }

  /** Whoever is sent away, be it with something left to do, is brought back in time. */
  void leaving(ShipmentState state) {
    Instant now = surroundings.clock().instant();
    (isAtRest(state, now) ? nextDue(state, now) : Optional.of(now.plus(AT_ONCE)))
        .ifPresent(at -> post.remind(id, at));
  }

  /** It ends by a failure: its shard goes on without it, and it is tried again, though not soon. */
  void failed() {
    branch.failed(new IllegalStateException("stopped by a failure, which is in the log"));
    branch.stopped();
    post.remind(id, surroundings.clock().instant().plus(SOON));
  }

  private boolean isIdle() {
    return errands.isIdle() && allKnown();
  }

  /** Also what is due since just now, and not begun: its timer may still be on its way. */
  private boolean isAtRest(ShipmentState state, Instant now) {
    boolean isDue =
        state instanceof Shipment shipment && !shipment.dueCalls(now, errands.suspects()).isEmpty();
    return isIdle() && !isDue;
  }

  private static Optional<Instant> nextDue(ShipmentState state, Instant now) {
    return state instanceof Shipment shipment ? shipment.nextDue(now) : Optional.empty();
  }

  private static boolean isNews(Shipment shipment, ShipmentSummary summary) {
    return summary.isNewsAfter(ShipmentSummary.unheardOf(shipment.plan(), shipment.opened().at()));
  }

  private boolean allKnown() {
    return untold == null && claims.isEmpty();
  }

  private void tellOrder(Shipment shipment, ShipmentSummary summary) {
    post.toOrder(shipment.plan().orderId(), new OrderMessage.ShipmentTells(summary));
  }

  private void stake(Subject subject, Claimant me) {
    post.toClaim(subject, new ClaimMessage.Stake(subject, me));
  }

  private Claimant me() {
    return new Claimant(Claimant.Kind.SHIPMENT, id.entityId());
  }
}
