package dev.crossdock.runtime;

import dev.crossdock.claim.Claimant;
import dev.crossdock.claim.Subject;
import dev.crossdock.ops.Supervision.Branch;
import dev.crossdock.order.Directive;
import dev.crossdock.order.Order;
import dev.crossdock.order.OrderState;
import dev.crossdock.order.ShipmentSummary;
import dev.crossdock.trade.OrderId;
import dev.crossdock.trade.ShipmentId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.pekko.actor.typed.ChildFailed;
import org.apache.pekko.actor.typed.Terminated;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.apache.pekko.actor.typed.javadsl.TimerScheduler;

/** What an order's entity does because its state says so: calls, and messages until they arrive. */
final class OrderDuties {
  private static final Duration SOON = Duration.ofMinutes(1);
  private static final Duration AT_ONCE = Duration.ofSeconds(1);
  private static final OrderMessage TELL_AGAIN = new OrderMessage.TellAgain();

  private final OrderId id;
  private final ActorContext<OrderMessage> context;
  private final TimerScheduler<OrderMessage> timers;
  private final Post post;
  private final Surroundings surroundings;
  private final Consumer<ActorContext<OrderMessage>> leave;
  private final Branch branch;
  private final Errands<OrderMessage> errands;
  private final Outbox<ShipmentId, Directive> directives = new Outbox<>();
  private final Outbox<Subject, Claimant> claims = new Outbox<>();

  OrderDuties(
      OrderId id,
      ActorContext<OrderMessage> context,
      TimerScheduler<OrderMessage> timers,
      Partners partners,
      Post post,
      Surroundings surroundings,
      Consumer<ActorContext<OrderMessage>> leave) {
    this.id = id;
    this.context = context;
    this.timers = timers;
    this.post = post;
    this.surroundings = surroundings;
    this.leave = leave;
    this.branch =
        surroundings.supervision().root().child("orders", "region").child(id.value(), "entity");
    this.errands =
        new Errands<>(
            context,
            timers,
            partners,
            surroundings,
            branch,
            OrderMessage.CallEnded::new,
            new OrderMessage.TimeCame());
  }

  Branch branch() {
    return branch;
  }

  /** Another takes over; whoever restarts the entity ends its children. */
  void over() {
    timers.cancelAll();
    branch.forgotten();
  }

  void recovered(Order order) {
    errands.suspect(order.work().suspects());
    keepGoing(order);
  }

  /** Whoever followed it before it left memory is to know that it is back. */
  void announce() {
    post.awake(id);
  }

  /**
   * The same for an order that something has just become of; once it is closed it leaves memory at
   * once. One that is only looked at stays for a while: whoever looks once may look again.
   */
  void movedOn(OrderState after) {
    keepGoing(after);
    if (after instanceof Order order && order.phase() == Order.Phase.CLOSED) {
      leaveIfIdle(order);
    }
  }

  /** Everything that the state asks for is on its way afterwards. */
  void keepGoing(OrderState state) {
    if (!(state instanceof Order order)) {
      return;
    }
    Instant now = surroundings.clock().instant();
    errands.keepGoing(order.dueCalls(now, errands.suspects()), order.work(), order.nextDue(now));
    tell(directives.want(byShipment(order.directives())), claims.want(wanted(order)));
    boolean allKnown = directives.isEmpty() && claims.isEmpty();
    if (!allKnown && !timers.isTimerActive(TELL_AGAIN)) {
      timers.startTimerWithFixedDelay(TELL_AGAIN, surroundings.limits().tellAgain());
    }
  }

  void tellAgain() {
    tell(directives.unacknowledged(), claims.unacknowledged());
    if (directives.isEmpty() && claims.isEmpty()) {
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

  void directiveTaken(Directive directive) {
    directives.acknowledged(directive.plan().id(), directive);
  }

  void subjectKnown(Subject subject) {
    claims.acknowledged(subject, me());
  }

  void summaryTaken(ShipmentSummary summary) {
    post.toShipment(summary.id(), new ShipmentMessage.SummaryTaken(summary.version()));
  }

  /** Leaves memory when nothing is under way and nothing is due soon. */
  void leaveIfIdle(OrderState state) {
    Instant now = surroundings.clock().instant();
    Instant soon = now.plus(SOON);
    if (isAtRest(state, now) && nextDue(state, now).filter(at -> at.isBefore(soon)).isEmpty()) {
      leave.accept(context);
    }
  }

  /** Whoever is sent away, be it with something left to do, is brought back in time. */
  void leaving(OrderState state) {
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
    return errands.isIdle() && directives.isEmpty() && claims.isEmpty();
  }

  /** Also what is due since just now, and not begun: its timer may still be on its way. */
  private boolean isAtRest(OrderState state, Instant now) {
    boolean isDue =
        state instanceof Order order && !order.dueCalls(now, errands.suspects()).isEmpty();
    return isIdle() && !isDue;
  }

  private static Optional<Instant> nextDue(OrderState state, Instant now) {
    return state instanceof Order order ? order.nextDue(now) : Optional.empty();
  }

  private void tell(Map<ShipmentId, Directive> orders, Map<Subject, Claimant> stakes) {
    orders.forEach(
        (shipment, directive) -> post.toShipment(shipment, new ShipmentMessage.Direct(directive)));
    stakes.forEach((subject, me) -> post.toClaim(subject, new ClaimMessage.Stake(subject, me)));
  }

  private static Map<ShipmentId, Directive> byShipment(List<Directive> directives) {
    return directives.stream().collect(Collectors.toMap(d -> d.plan().id(), d -> d));
  }

  private Map<Subject, Claimant> wanted(Order order) {
    return order.subjects().stream().collect(Collectors.toMap(subject -> subject, any -> me()));
  }

  private Claimant me() {
    return new Claimant(Claimant.Kind.ORDER, id.entityId());
  }
}
