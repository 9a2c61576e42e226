package dev.crossdock.journal;

import dev.crossdock.flow.Backoff;
import dev.crossdock.flow.Flow;
import dev.crossdock.flow.Flows;
import dev.crossdock.flow.Milestone;
import dev.crossdock.flow.Step;
import dev.crossdock.flow.StepPolicy;
import dev.crossdock.flow.StepPolicy.Exhausted;
import dev.crossdock.partner.Answer;
import dev.crossdock.partner.Label;
import dev.crossdock.partner.Rate;
import dev.crossdock.partner.Scan;
import dev.crossdock.partner.TrackingStatus;
import dev.crossdock.partner.Update;
import dev.crossdock.trade.Address;
import dev.crossdock.trade.Location;
import dev.crossdock.trade.Money;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One flow, and what partners may say, once each with all that may be said. */
final class Samples {
  static final Instant AT = Instant.parse("2026-11-23T08:15:30.125Z");
  static final Flow PARCEL = parcel(1);
  static final Flows FLOWS = new Flows(List.of(PARCEL), List.of());

  static final Address BERLIN =
      new Address(
          "Erika Muster",
          "Muster GmbH",
          "Unter den Linden 1",
          "2. Stock",
          "Berlin",
          "BE",
          "10117",
          "DE",
          "+4930123456",
          "erika@example.org",
          true);

  static final Location HAMBURG =
      new Location(
          "HAM-1",
          new Address(
              null, null, "Hafenstr. 7", null, "Hamburg", null, "20457", "DE", null, null, null));

  static final Rate RATE =
      new Rate(
          "alpha",
          "rate_1",
          "express",
          Money.of("7.50", "EUR"),
          2,
          LocalDate.parse("2026-11-25"),
          true,
          AT.plusSeconds(3600));

  static final Scan SCAN =
      new Scan(
          "scan-1",
          TrackingStatus.IN_TRANSIT,
          AT,
          "left the hub",
          new Scan.Place("Leipzig", "DE", "DELEJ"),
          AT.plusSeconds(86_400),
          "E. Muster");

  static final Answer.Authorized AUTHORIZED =
      new Answer.Authorized(
          "auth_1",
          Answer.AuthorizationStatus.AUTHORIZED,
          Money.of("39.80", "EUR"),
          AT.plusSeconds(604_800));

  static final Answer.Booked BOOKED =
      new Answer.Booked(
          "bkg_1",
          "1Z999AA10123456784",
          "https://track.example.org/1Z999AA10123456784",
          Answer.BookingStatus.BOOKED,
          new Label("https://labels.example.org/1.pdf", "PDF"));

  static final List<Answer> ANSWERS =
      List.of(
          new Answer.Absent(),
          new Answer.AddressChecked(Answer.AddressVerdict.CORRECTED, BERLIN, List.of("house 1")),
          new Answer.CustomerChecked(Answer.CustomerVerdict.REVIEW, "new customer"),
          new Answer.FraudChecked(Answer.FraudVerdict.PASS, 0.03, "known device"),
          new Answer.Reserved(
              "res_1",
              Answer.ReservationStatus.RESERVED,
              List.of(new Answer.Allocation("1", 2, HAMBURG)),
              List.of(new Answer.Backorder("2", 1, AT.plusSeconds(86_400))),
              AT.plusSeconds(900)),
          AUTHORIZED,
          new Answer.Captured("cap_1", Answer.CaptureStatus.CAPTURED, Money.of("39.80", "EUR")),
          new Answer.Refunded("ref_1", Answer.RefundStatus.PENDING, Money.of("5", "JPY")),
          new Answer.Quoted(List.of(RATE)),
          BOOKED,
          new Answer.BookingVoided(Answer.VoidStatus.SUBMITTED),
          new Answer.Tracked(List.of(SCAN)),
          new Answer.Fulfilling("ful_1", Answer.FulfillmentStatus.PACKED, "two boxes"),
          new Answer.Notified("ntf_1"));

  static final List<Update> UPDATES =
      List.of(
          new Update.AuthorizationUpdated(AUTHORIZED),
          new Update.FulfillmentUpdated(
              new Answer.Fulfilling("ful_1", Answer.FulfillmentStatus.SHIPPED, null)),
          new Update.BookingVoidUpdated("bkg_1", Answer.VoidStatus.VOIDED),
          new Update.TrackingUpdated("1Z999AA10123456784", List.of(SCAN)));

  private Samples() {}

  /** A flow of all steps, each needing the one before. */
  static Flow parcel(int version) {
    Map<Step, StepPolicy> steps = new EnumMap<>(Step.class);
    Set<Step> before = Set.of();
    for (Step step : Step.values()) {
      steps.put(step, policy(before, step.acquires() ? Exhausted.FAIL : Exhausted.SKIP));
      before = EnumSet.of(step);
    }
    return new Flow("parcel", version, steps, EnumSet.allOf(Milestone.class), Duration.ofDays(14));
  }

  private static StepPolicy policy(Set<Step> needs, Exhausted exhausted) {
    return new StepPolicy(
        needs,
        Duration.ofSeconds(5),
        4,
        new Backoff(Duration.ofMillis(200), Duration.ofSeconds(10)),
        Duration.ofHours(1),
        Duration.ofSeconds(30),
        exhausted);
  }
}
