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

  record AddressChecked(Verdict verdict, @Nullable Address address, List<String> messages)
      implements Answer {
    /** What the partner thinks of the address; CORRECTED comes with the corrected one. */
    public enum Verdict {
      VALID,
      CORRECTED,
      INVALID
    }
  }

  record CustomerChecked(Verdict verdict, @Nullable String reason) implements Answer {
    /** Whether the customer may buy; REVIEW wants a person to look. */
    public enum Verdict {
      APPROVED,
      REVIEW,
      DECLINED
    }
  }

  record FraudChecked(Verdict verdict, @Nullable Double score, @Nullable String reason)
      implements Answer {
    /** Whether this looks like fraud; REVIEW wants a person to look. */
    public enum Verdict {
      PASS,
      REVIEW,
      REJECT
    }
  }

  record Reserved(
      String reservationId,
      Status status,
      List<Allocation> allocations,
      List<Backorder> backordered,
      @Nullable Instant expiresAt)
      implements Answer {
    /** Whether the stock is still kept. */
    public enum Status {
      RESERVED,
      RELEASED,
      EXPIRED
    }
  }

  record Authorized(
      String authorizationId, Status status, Money amount, @Nullable Instant expiresAt)
      implements Answer {
    /** PENDING is followed by a callback with one of the others. */
    public enum Status {
      AUTHORIZED,
      PENDING,
      DECLINED,
      VOIDED,
      EXPIRED
    }
  }

  record Captured(String captureId, Status status, Money amount) implements Answer {
    /** PENDING: taken, not yet settled. */
    public enum Status {
      CAPTURED,
      PENDING
    }
  }

  record Refunded(String refundId, Status status, Money amount) implements Answer {
    /** PENDING: taken, not yet settled. */
    public enum Status {
      REFUNDED,
      PENDING
    }
  }

  /** The rates of all carriers that answered in time, perhaps none. */
  record Quoted(List<Rate> rates) implements Answer {}

  record Booked(
      String bookingId,
      String trackingCode,
      @Nullable String trackingUrl,
      Status status,
      @Nullable Label label)
      implements Answer {
    /** Whether the booking still stands. */
    public enum Status {
      BOOKED,
      VOIDED
    }
  }

  record BookingVoided(Status status) implements Answer {
    /** SUBMITTED is followed by a callback with one of the others, within 30 days. */
    public enum Status {
      VOIDED,
      SUBMITTED,
      REJECTED
    }
  }

  /** All scans so far, in any order. */
  record Tracked(List<Scan> scans) implements Answer {}

  record Fulfilling(String fulfillmentId, Status status, @Nullable String reason)
      implements Answer {
    /** How far the warehouse is with its part. */
    public enum Status {
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

  record Notified(String notificationId) implements Answer {}

  /** So many of a line are at that location. */
  record Allocation(String lineId, int quantity, Location location) {}

  /** So many of a line are not there now. */
  record Backorder(String lineId, int quantity, @Nullable Instant availableAt) {}
}
