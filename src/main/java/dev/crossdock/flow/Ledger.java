package dev.crossdock.flow;

import dev.crossdock.flow.LedgerEntry.Kind;
import dev.crossdock.flow.LedgerEntry.State;
import dev.crossdock.flow.StepEvent.Refused;
import dev.crossdock.flow.StepEvent.Succeeded;
import dev.crossdock.flow.StepEvent.Taken;
import dev.crossdock.flow.StepEvent.UndoRejected;
import dev.crossdock.flow.StepEvent.Undone;
import dev.crossdock.partner.Answer;
import dev.crossdock.trade.Money;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What was acquired at partners, oldest first. No orphan: what is here is given back or used. */
public record Ledger(List<LedgerEntry> entries) {

  public Ledger {
    entries = List.copyOf(entries);
  }

  public static Ledger empty() {
    return new Ledger(List.of());
  }

  /** The ledger after something was learnt about a step. */
  public Ledger after(StepEvent event) {
    return switch (event) {
      case Succeeded e -> acquired(e, e.partner(), e.answer());
      case Taken e -> acquired(e, e.partner(), e.answer());
      case Refused e -> without(e);
      case Undone e -> marked(e, State.RELEASED);
      case UndoRejected e -> marked(e, State.RELEASE_REJECTED);
      case StepEvent.AttemptFailed e -> this;
      case StepEvent.Parked e -> this;
      case StepEvent.CallInDoubt e -> this;
      case StepEvent.Exhausted e -> this;
      case StepEvent.Skipped e -> this;
      case StepEvent.Dropped e -> this;
      case StepEvent.Reopened e -> this;
      case StepEvent.UndoFailed e -> this;
      case StepEvent.UndoTaken e -> this;
    };
  }

  /** The ledger with what those steps still hold in another state. */
  public Ledger marked(Set<Step> steps, State state) {
    return mapped(e -> steps.contains(e.step()) && e.isHeld(), state);
  }

  /** The ledger with what was being given back, or was not taken back, ours again. */
  Ledger rewound() {
    return mapped(
        e -> e.state() == State.RELEASING || e.state() == State.RELEASE_REJECTED, State.HELD);
  }

  /** Steps that hold something which is not given back or used. */
  public Set<Step> heldBy() {
    return entries.stream()
        .filter(LedgerEntry::isHeld)
        .map(LedgerEntry::step)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Steps whose entry is in that state. */
  public Set<Step> of(State state) {
    return entries.stream()
        .filter(e -> e.state() == state)
        .map(LedgerEntry::step)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** The newest entry of the step. */
  public Optional<LedgerEntry> of(Step step) {
    return entries.stream().filter(e -> e.step() == step).reduce((older, newer) -> newer);
  }

  private Ledger acquired(StepEvent event, String partner, Answer answer) {
    Optional<LedgerEntry> entry = entry(event, partner, answer);
    if (entry.isEmpty()) {
      return this;
    }
    List<LedgerEntry> next = new ArrayList<>(without(event).entries);
    next.add(entry.get());
    return new Ledger(next);
  }

  private Ledger without(StepEvent event) {
    return new Ledger(entries.stream().filter(e -> !isOf(e, event)).toList());
  }

  private Ledger marked(StepEvent event, State state) {
    return mapped(e -> isOf(e, event), state);
  }

  private Ledger mapped(Predicate<LedgerEntry> which, State state) {
    return new Ledger(entries.stream().map(e -> which.test(e) ? e.in(state) : e).toList());
  }

  private static boolean isOf(LedgerEntry entry, StepEvent event) {
    return entry.step() == event.step() && entry.revision() == event.revision();
  }

  private static Optional<LedgerEntry> entry(StepEvent event, String partner, Answer answer) {
    return switch (answer) {
      case Answer.Reserved a ->
          held(event, partner, Kind.RESERVATION, a.reservationId(), null, a.expiresAt());
      case Answer.Authorized a ->
          held(event, partner, Kind.AUTHORIZATION, a.authorizationId(), a.amount(), a.expiresAt());
      case Answer.Booked a -> held(event, partner, Kind.BOOKING, a.bookingId(), null, null);
      case Answer.Fulfilling a ->
          held(event, partner, Kind.FULFILLMENT, a.fulfillmentId(), null, null);
      case Answer.Captured a ->
          held(event, partner, Kind.CAPTURE, a.captureId(), a.amount(), null)
              .map(e -> e.in(State.CONSUMED));
      case Answer.Absent a -> Optional.empty();
      case Answer.AddressChecked a -> Optional.empty();
      case Answer.CustomerChecked a -> Optional.empty();
      case Answer.FraudChecked a -> Optional.empty();
      case Answer.Refunded a -> Optional.empty();
      case Answer.Quoted a -> Optional.empty();
      case Answer.BookingVoided a -> Optional.empty();
      case Answer.Tracked a -> Optional.empty();
      case Answer.Notified a -> Optional.empty();
    };
  }

  private static Optional<LedgerEntry> held(
      StepEvent event,
      String partner,
      Kind kind,
      String ref,
      @Nullable Money amount,
      @Nullable Instant expiresAt) {
    return Optional.of(
        new LedgerEntry(
            kind, event.step(), event.revision(), partner, ref, amount, expiresAt, State.HELD));
  }
}
