package dev.crossdock.partner;

import java.util.List;

/** What a partner tells by callback: how something it already holds has gone on. */
public sealed interface Update {

  /**
   * What it is about, in the partner's own words; together with the partner's name it is unique.
   */
  String subject();

  record AuthorizationUpdated(Answer.Authorized authorization) implements Update {
    @Override
    public String subject() {
      return "authorization/" + authorization.authorizationId();
    }
  }

  record FulfillmentUpdated(Answer.Fulfilling fulfillment) implements Update {
    @Override
    public String subject() {
      return "fulfillment/" + fulfillment.fulfillmentId();
    }
  }

  record BookingVoidUpdated(String bookingId, Answer.VoidStatus status) implements Update {
    @Override
    public String subject() {
      return "booking/" + bookingId;
    }
  }

  record TrackingUpdated(String trackingCode, List<Scan> scans) implements Update {
    @Override
    public String subject() {
      return "tracking/" + trackingCode;
    }
  }
}
