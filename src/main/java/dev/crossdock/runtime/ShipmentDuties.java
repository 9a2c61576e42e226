package dev.crossdock.runtime;

import dev.crossdock.claim.Claimant;
import dev.crossdock.claim.Subject;
import dev.crossdock.flow.Report;
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
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.apache.pekko.actor.typed.javadsl.TimerScheduler;
import org.jspecify.annotations.Nullable;

/**
 * What a shipment's entity does because its state says so: calls, and messages until they arrive.
 */
final class ShipmentDuties {
  private static final Duration SOON = Duration.ofMinutes(1);
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

  void recovered(Shipment shipment, long version) {
    recovered = true;
    errands.suspect(shipment.work().suspects());
    keepGoing(shipment, version);
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

  void tellAgain(ShipmentState state) {
    claims.unacknowledged().forEach(this::stake);
    if (untold != null && state instanceof Shipment shipment) {
      tellOrder(shipment, untold);
    }
    if (allKnown()) {
      timers.cancel(TELL_AGAIN);
    }
  }

  void callEnded(Report report) {
    errands.ended(report.call());
  }

  void childFailed(ChildFailed failed) {
    errands
        .failed(failed.getRef(), failed.getCause())
        .ifPresent(report -> context.getSelf().tell(new ShipmentMessage.CallEnded(report)));
  }

  void summaryTaken(long version) {
    if (untold != null && untold.version() <= version) {
      untold = null;
    }
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
    Optional<Instant> next =
        state instanceof Shipment shipment ? shipment.nextDue(now) : Optional.empty();
    boolean soon = next.filter(at -> at.isBefore(now.plus(SOON))).isPresent();
    if (errands.isIdle() && allKnown() && !soon) {
      next.ifPresent(at -> post.remind(id, at));
      leave.accept(context);
    }
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
