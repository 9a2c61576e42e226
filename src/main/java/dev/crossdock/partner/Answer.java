package dev.crossdock.partner;

import dev.crossdock.trade.Address;
import dev.crossdock.trade.Location;
import dev.crossdock.trade.Money;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a partner may answer: one record for each kind of {@link Ask}, and that it has nothing. */
public sealed interface Answer {

  /** To a look-up by key: the partner has nothing under it. */
  record Absent() implements Answer {}

  record AddressChecked(AddressVerdict verdict, @Nullable Address address, List<String> messages)
      implements Answer {}

  record CustomerChecked(CustomerVerdict verdict, @Nullable String reason) implements Answer {}

  record FraudChecked(FraudVerdict verdict, @Nullable Double score, @Nullable String reason)
      implements Answer {}

  record Reserved(
      String reservationId,
      ReservationStatus status,
      List<Allocation> allocations,
      List<Backorder> backordered,
      @Nullable Instant expiresAt)
      implements Answer {}

  record Authorized(
      String authorizationId, AuthorizationStatus status, Money amount, @Nullable Instant expiresAt)
      implements Answer {}

  record Captured(String captureId, CaptureStatus status, Money amount) implements Answer {}

  record Refunded(String refundId, RefundStatus status, Money amount) implements Answer {}

  /** The rates of all carriers that answered in time, perhaps none. */
  record Quoted(List<Rate> rates) implements Answer {}

  record Booked(
      String bookingId,
      String trackingCode,
      @Nullable String trackingUrl,
      BookingStatus status,
      @Nullable Label label)
      implements Answer {}

  record BookingVoided(VoidStatus status) implements Answer {}

  /** All scans so far, in any order. */
  record Tracked(List<Scan> scans) implements Answer {}

  record Fulfilling(String fulfillmentId, FulfillmentStatus status, @Nullable String reason)
      implements Answer {}

  record Notified(String notificationId) implements Answer {}

  /** So many of a line are at that location. */
  record Allocation(String lineId, int quantity, Location location) {}

  /** So many of a line are not there now. */
  record Backorder(String lineId, int quantity, @Nullable Instant availableAt) {}

  /** What the partner thinks of the address; CORRECTED comes with the corrected one. */
  enum AddressVerdict {
    VALID,
    CORRECTED,
    INVALID
  }

  /** Whether the customer may buy; REVIEW wants a person to look. */
  enum CustomerVerdict {
    APPROVED,
    REVIEW,
    DECLINED
  }

  /** Whether this looks like fraud; REVIEW wants a person to look. */
  enum FraudVerdict {
    PASS,
    REVIEW,
    REJECT
  }

  /** Whether the stock is still kept. */
  enum ReservationStatus {
    RESERVED,
    RELEASED,
    EXPIRED
  }

  /** PENDING is followed by a callback with one of the others. */
  enum AuthorizationStatus {
    AUTHORIZED,
    PENDING,
    DECLINED,
    VOIDED,
    EXPIRED
  }

  /** PENDING: taken, not yet settled. */
  enum CaptureStatus {
    CAPTURED,
    PENDING
  }

  /** PENDING: taken, not yet settled. */
  enum RefundStatus {
    REFUNDED,
    PENDING
  }

  /** Whether the booking still stands. */
  enum BookingStatus {
    BOOKED,
    VOIDED
  }

  /** SUBMITTED is followed by a callback with one of the others, within 30 days. */
  enum VoidStatus {
    VOIDED,
    SUBMITTED,
    REJECTED
  }

  /** How far the warehouse is with its part. */
  enum FulfillmentStatus {
    SUBMITTED,
    ACCEPTED,
    REJECTED,
    PICKED,
    PACKED,
    SHIPPED,
    CANCELLATION_REQUESTED,
    CANCELLATION_REJECTED,
    CANCELLED
  }
}
