package dev.crossdock.shipment;

import dev.crossdock.claim.Subject;
import dev.crossdock.flow.Call;
import dev.crossdock.flow.CallId;
import dev.crossdock.flow.DueCalls;
import dev.crossdock.flow.LedgerEntry;
import dev.crossdock.flow.Milestone;
import dev.crossdock.flow.Step;
import dev.crossdock.flow.StepState;
import dev.crossdock.flow.Work;
import dev.crossdock.order.Hold;
import dev.crossdock.order.ShipmentPlan;
import dev.crossdock.order.ShipmentStatus;
import dev.crossdock.order.ShipmentSummary;
import dev.crossdock.partner.Answer.FulfillmentStatus;
import dev.crossdock.partner.Label;
import dev.crossdock.partner.Rate;
import dev.crossdock.trade.Money;
import dev.crossdock.trade.ShipmentId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A shipment, as all its events together make it. Immutable.
 *
 * @param offers what it may be booked as
 * @param fulfillment how far the warehouse is, once it has it
 * @param blocks what the order's holds forbid for now
 * @param cancelled whether it was called back, all of it
 * @param recallRefused why it could not be called back
 */
public record Shipment(
    ShipmentEvent.Opened opened,
    Instant updatedAt,
    Work work,
    Offers offers,
    @Nullable FulfillmentStatus fulfillment,
    Tracking tracking,
    Set<Hold.Block> blocks,
    boolean cancelled,
    @Nullable String recallRefused)
    implements ShipmentState {

  public Shipment {
    blocks = Set.copyOf(blocks);
  }

  public ShipmentId id() {
    return opened.plan().id();
  }

  public ShipmentPlan plan() {
    return opened.plan();
  }

  public ShipmentStatus status() {
    return ShipmentStatuses.of(this);
  }

  public @Nullable String trackingCode() {
    return offers.booking() == null ? null : offers.booking().trackingCode();
  }

  public @Nullable Label label() {
    return offers.booking() == null ? null : offers.booking().label();
  }

  /** The rate to book now, or that was booked; empty before there are any and when all are used. */
  public Optional<Rate> candidate() {
    return work.steps().run(Step.BOOK_SHIPMENT).flatMap(run -> offers.at(run.revision()));
  }

  public boolean isBlocked(Hold.Block what) {
    return blocks.contains(what) || blocks.contains(Hold.Block.ALL);
  }

  /** What has been captured for it. */
  public Money captured() {
    return work.ledger()
        .of(Step.CAPTURE_PAYMENT)
        .map(LedgerEntry::amount)
        .orElse(Money.zero(plan().amount().currency()));
  }

  /** What its order is to know of it. */
  public ShipmentSummary summary(long version) {
    Rate rate = candidate().orElse(null);
    var booking = offers.booking();
    return new ShipmentSummary(
        id(),
        version,
        status(),
        rate == null ? null : rate.carrier(),
        rate == null ? null : rate.service(),
        trackingCode(),
        booking == null ? null : booking.trackingUrl(),
        tracking.status(),
        label(),
        captured(),
        work.steps().runs(),
        recallRefused);
  }

  /** The calls that must be on their way now. See {@link DueCalls#of}. */
  public List<Call> dueCalls(Instant now, Set<CallId> suspects) {
    return DueCalls.of(work, new ShipmentAsks(this), now, suspects);
  }

  /** When something is due by itself, or was. */
  public Optional<Instant> nextDue() {
    return work.nextDue();
  }

  /** The next moment after that at which something is due by itself: when to look again. */
  public Optional<Instant> nextDue(Instant after) {
    return work.nextDue(after);
  }

  /** What partners that call back know this shipment by. */
  public List<Subject> subjects() {
    List<Subject> subjects = new ArrayList<>();
    work.ledger()
        .of(Step.RELEASE_FULFILLMENT)
        .filter(e -> !status().isOver())
        .ifPresent(e -> subjects.add(subject(e.partner(), "fulfillment/" + e.ref())));
    work.ledger()
        .of(Step.BOOK_SHIPMENT)
        .filter(e -> awaitsVerdict())
        .ifPresent(e -> subjects.add(subject(e.partner(), "booking/" + e.ref())));
    if (offers.booking() != null && work.steps().is(Step.TRACK, StepState.AWAITING_CALLBACK)) {
      String carrier = candidate().orElseThrow().carrier();
      subjects.add(subject(carrier, "tracking/" + offers.booking().trackingCode()));
    }
    return subjects;
  }

  /** Whether the carrier will say by callback whether it takes the booking back. */
  public boolean awaitsVerdict() {
    return work.steps().is(Step.BOOK_SHIPMENT, StepState.UNDO_AWAITING_VERDICT);
  }

  private Subject subject(String partner, String name) {
    return new Subject(id().merchant(), partner, name);
  }

  /** The customer is told, if there is a way to. */
  Shipment reached(Milestone milestone, Instant at) {
    return plan().contact() == null ? this : withWork(work.reached(milestone, at), at);
  }

  Shipment withWork(Work next, Instant at) {
    return new Shipment(
        opened, at, next, offers, fulfillment, tracking, blocks, cancelled, recallRefused);
  }

  Shipment withOffers(Offers next, Instant at) {
    return new Shipment(
        opened, at, work, next, fulfillment, tracking, blocks, cancelled, recallRefused);
  }

  Shipment withFulfillment(FulfillmentStatus next, Instant at) {
    return new Shipment(opened, at, work, offers, next, tracking, blocks, cancelled, recallRefused);
  }

  Shipment withTracking(Tracking next, Instant at) {
    return new Shipment(
        opened, at, work, offers, fulfillment, next, blocks, cancelled, recallRefused);
  }

  Shipment withBlocks(Set<Hold.Block> next, Instant at) {
    return new Shipment(
        opened, at, work, offers, fulfillment, tracking, next, cancelled, recallRefused);
  }

  Shipment withRecall(boolean done, @Nullable String refused, Instant at) {
    return new Shipment(opened, at, work, offers, fulfillment, tracking, blocks, done, refused);
  }
}
