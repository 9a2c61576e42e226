package dev.crossdock.order;

import dev.crossdock.claim.Subject;
import dev.crossdock.flow.Call;
import dev.crossdock.flow.CallId;
import dev.crossdock.flow.DueCalls;
import dev.crossdock.flow.Flow;
import dev.crossdock.flow.LedgerEntry;
import dev.crossdock.flow.Milestone;
import dev.crossdock.flow.Step;
import dev.crossdock.flow.StepState;
import dev.crossdock.flow.Work;
import dev.crossdock.trade.Address;
import dev.crossdock.trade.Money;
import dev.crossdock.trade.OrderId;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An order, as all its events together make it. Immutable.
 *
 * @param ending set from the moment that it is not to go through
 * @param cancellationRefused why it goes on although somebody wanted it cancelled
 */
public record Order(
    OrderEvent.Placed placed,
    Instant updatedAt,
    Phase phase,
    Work work,
    Facts facts,
    List<Hold> holds,
    List<Consignment> consignments,
    @Nullable Ending ending,
    @Nullable String cancellationRefused)
    implements OrderState {

  /** The part of its life that an order is in; {@link OrderStatus} is told from this and more. */
  public enum Phase {
    /** Up to its confirmation. */
    OPEN,
    CONFIRMED,
    /** Cancelled, rejected or failed. */
    ENDED,
    CLOSED
  }

  public Order {
    holds = List.copyOf(holds);
    consignments = List.copyOf(consignments);
  }

  public OrderId id() {
    return placed.id();
  }

  public OrderContent content() {
    return placed.content();
  }

  public Flow flow() {
    return placed.flow();
  }

  public OrderStatus status() {
    return Statuses.of(this);
  }

  public PaymentStatus paymentStatus() {
    return Statuses.payment(this);
  }

  /** Where it goes: as the address partner would write it, if it said so. */
  public Address shipTo() {
    return facts.corrected() == null ? content().shipTo() : facts.corrected();
  }

  /** What has been captured by all shipments together. */
  public Money captured() {
    return consignments.stream()
        .map(c -> c.summary().captured())
        .reduce(Money.zero(currency()), Money::plus);
  }

  /** Whether a hold forbids that. */
  public boolean isBlocked(Hold.Block what) {
    return holds.stream().anyMatch(hold -> hold.blocks(what));
  }

  /** Whether somebody has to look before it goes on. */
  public boolean needsSomebody() {
    return status() == OrderStatus.ACTION_REQUIRED || !holds.isEmpty();
  }

  /** Whether goods have left whose payment was refused: nobody but a person can mend that. */
  public boolean isUnpaid() {
    return consignments.stream()
        .map(c -> c.summary().steps().get(Step.CAPTURE_PAYMENT))
        .anyMatch(run -> run != null && run.state() == StepState.FAILED);
  }

  /** Whether every shipment that was planned has been called back; also when none was. */
  public boolean isCalledBack() {
    return consignments.stream().allMatch(c -> c.summary().status() == ShipmentStatus.CANCELLED);
  }

  /** Whether asking for it back would change nothing. */
  public boolean isBeyondRecall() {
    return consignments.stream().allMatch(Consignment::isBeyondRecall);
  }

  /** Where the pieces of a line of this order are. */
  public LineQuantities quantities(OrderLine line) {
    return LineQuantities.of(this, line);
  }

  public Currency currency() {
    return content().tax().currency();
  }

  /** Whether the goods have left, all that were not called back. */
  public boolean isAllGone() {
    return consignments.stream()
            .map(c -> c.summary().status())
            .allMatch(s -> s.isShipped() || s.isOver())
        && !isCalledBack();
  }

  /** Whether the payment partner will say by callback how the authorization goes on. */
  public boolean awaitsPayment() {
    return work.steps().is(Step.AUTHORIZE_PAYMENT, StepState.AWAITING_CALLBACK);
  }

  /** The calls that must be on their way now. See {@link DueCalls#of}. */
  public List<Call> dueCalls(Instant now, Set<CallId> suspects) {
    return DueCalls.of(work, new OrderAsks(this), now, suspects);
  }

  /** When something is due by itself, or was. */
  public Optional<Instant> nextDue() {
    return Stream.concat(work.nextDue().stream(), closesAt().stream()).min(Instant::compareTo);
  }

  /**
   * When to look again: the next moment after that at which something is due by itself. A closing
   * that was missed is due at once.
   */
  public Optional<Instant> nextDue(Instant after) {
    Optional<Instant> closing = closesAt().map(at -> at.isAfter(after) ? at : after);
    return Stream.concat(work.nextDue(after).stream(), closing.stream()).min(Instant::compareTo);
  }

  /** When it is closed by itself: once all is delivered, and may be returned, for a while. */
  public Optional<Instant> closesAt() {
    boolean over = consignments.stream().allMatch(c -> c.summary().status().isOver());
    if (phase != Phase.CONFIRMED || ending != null || !over || isUnpaid()) {
      return Optional.empty();
    }
    boolean kept = flow().has(Step.TRACK) && !consignments.isEmpty();
    return Optional.of(kept ? updatedAt.plus(flow().closeAfter()) : updatedAt);
  }

  /** What is wanted of each shipment; said again to each until it has it. */
  public List<Directive> directives() {
    Set<Hold.Block> blocked =
        holds.stream().flatMap(h -> h.blocks().stream()).collect(Collectors.toUnmodifiableSet());
    return consignments.stream()
        .filter(c -> !c.summary().status().isOver())
        .map(c -> new Directive(c.plan(), blocked, ending != null))
        .toList();
  }

  /** What this order is to be found by: its reference, and what the payment partner calls back. */
  public List<Subject> subjects() {
    Subject reference = new Subject(id().merchant(), Subject.REFERENCES, content().reference());
    return work.ledger()
        .of(Step.AUTHORIZE_PAYMENT)
        .filter(entry -> awaitsPayment())
        .map(e -> List.of(reference, subject(e)))
        .orElse(List.of(reference));
  }

  private Subject subject(LedgerEntry authorization) {
    return new Subject(
        id().merchant(), authorization.partner(), "authorization/" + authorization.ref());
  }

  /** The customer is told, if there is a way to. */
  Order reached(Milestone milestone, Instant at) {
    return content().customer().contact() == null
        ? this
        : withWork(work.reached(milestone, at), at);
  }

  Order withWork(Work next, Instant at) {
    return new Order(
        placed, at, phase, next, facts, holds, consignments, ending, cancellationRefused);
  }

  Order withPhase(Phase next, Instant at) {
    return new Order(
        placed, at, next, work, facts, holds, consignments, ending, cancellationRefused);
  }

  Order withFacts(Facts next, Instant at) {
    return new Order(
        placed, at, phase, work, next, holds, consignments, ending, cancellationRefused);
  }

  Order withHolds(List<Hold> next, Instant at) {
    return new Order(
        placed, at, phase, work, facts, next, consignments, ending, cancellationRefused);
  }

  Order withConsignments(List<Consignment> next, Instant at) {
    return new Order(placed, at, phase, work, facts, holds, next, ending, cancellationRefused);
  }

  Order withEnding(@Nullable Ending next, @Nullable String refused, Instant at) {
    return new Order(placed, at, phase, work, facts, holds, consignments, next, refused);
  }
}
