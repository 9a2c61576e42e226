package dev.crossdock.partner;

import dev.crossdock.partner.Answer.AddressVerdict;
import dev.crossdock.partner.Answer.Allocation;
import dev.crossdock.partner.Answer.AuthorizationStatus;
import dev.crossdock.partner.Answer.BookingStatus;
import dev.crossdock.partner.Answer.CaptureStatus;
import dev.crossdock.partner.Answer.CustomerVerdict;
import dev.crossdock.partner.Answer.FraudVerdict;
import dev.crossdock.partner.Answer.FulfillmentStatus;
import dev.crossdock.partner.Answer.ReservationStatus;
import dev.crossdock.partner.Answer.VoidStatus;
import dev.crossdock.partner.Outcome.Reach;
import dev.crossdock.trade.Address;
import dev.crossdock.trade.Location;
import dev.crossdock.trade.Money;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What partners in tests answer. */
public final class SomeAnswers {
  private SomeAnswers() {}

  public static Answer validAddress() {
    return new Answer.AddressChecked(AddressVerdict.VALID, null, List.of());
  }

  public static Answer approved() {
    return new Answer.CustomerChecked(CustomerVerdict.APPROVED, null);
  }

  public static Answer passed() {
    return new Answer.FraudChecked(FraudVerdict.PASS, 0.1, null);
  }

  public static Answer.Reserved reserved(Allocation... allocations) {
    return new Answer.Reserved(
        "res-1", ReservationStatus.RESERVED, List.of(allocations), List.of(), null);
  }

  public static Allocation at(String location, String lineId, int quantity) {
    return new Allocation(lineId, quantity, location(location));
  }

  public static Location location(String code) {
    return new Location(
        code,
        new Address(
            "Warehouse " + code,
            null,
            "Dock Road 1",
            null,
            "Hamburg",
            null,
            "20457",
            "DE",
            null,
            null,
            false));
  }

  public static Answer.Authorized authorized(Money amount) {
    return authorization(AuthorizationStatus.AUTHORIZED, amount);
  }

  public static Answer.Authorized authorization(AuthorizationStatus status, Money amount) {
    return new Answer.Authorized("aut-1", status, amount, null);
  }

  public static Answer.Captured captured(Money amount) {
    return new Answer.Captured("cap-1", CaptureStatus.CAPTURED, amount);
  }

  public static Answer quoted(Rate... rates) {
    return new Answer.Quoted(List.of(rates));
  }

  public static Rate rate(String carrier, String price) {
    return new Rate(
        carrier, "rate-" + carrier, "ground", Money.of(price, "EUR"), 2, null, false, null);
  }

  public static Answer.Booked booked() {
    return new Answer.Booked(
        "bok-1",
        "TRK1",
        null,
        BookingStatus.BOOKED,
        new Label("https://labels.example/1.pdf", "PDF"));
  }

  public static Answer voided(VoidStatus status) {
    return new Answer.BookingVoided(status);
  }

  public static Answer.Fulfilling fulfilling(FulfillmentStatus status) {
    return new Answer.Fulfilling("ful-1", status, null);
  }

  public static Scan scan(String id, TrackingStatus status, Instant at) {
    return new Scan(id, status, at, null, null, null, null);
  }

  public static Outcome refused(String code) {
    return new Outcome.Refused(code, code + " in words");
  }

  /** No answer came, and the partner may have acted. */
  public static Outcome timedOut() {
    return new Outcome.Unanswered(Reach.MAYBE_ACTED_ON, "no answer in time", null);
  }

  /** No answer came, and the partner cannot have acted. */
  public static Outcome notConnected() {
    return new Outcome.Unanswered(Reach.NOT_ACTED_ON, "connection refused", null);
  }

  public static Outcome tooMany(Duration retryAfter) {
    return new Outcome.Unanswered(Reach.NOT_ACTED_ON, "429", retryAfter);
  }

  public static Outcome heldBack() {
    return new Outcome.Unanswered(Reach.HELD_BACK, "its breaker is open", null);
  }

  public static Outcome answered(Answer answer) {
    return new Outcome.Succeeded(answer);
  }

  public static Outcome nothingThere() {
    return new Outcome.Succeeded(new Answer.Absent());
  }
}
