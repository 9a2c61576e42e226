package dev.crossdock.partner.http;

import dev.crossdock.partner.Answer;
import dev.crossdock.partner.Label;
import dev.crossdock.partner.Rate;
import dev.crossdock.partner.Scan;
import dev.crossdock.partner.TrackingStatus;
import java.util.Arrays;
import java.util.Set;

/** Reads what a carrier answered. Pure; throws {@link Garbage}. */
final class CarrierReader {
  private static final Set<String> LABEL_FORMATS = Set.of("PDF", "PNG", "ZPL");

  private CarrierReader() {}

  static Answer quoted(Fields body, String carrier) {
    return new Answer.Quoted(body.list("rates", fields -> rate(fields, carrier)));
  }

  static Answer booked(Fields body) {
    Fields label = body.optionalObject("label");
    return new Answer.Booked(
        body.id("bookingId"),
        body.id("trackingCode"),
        body.optionalText("trackingUrl"),
        body.oneOf(Answer.BookingStatus.class, "status"),
        label == null ? null : label(label));
  }

  static Answer voided(Fields body) {
    return new Answer.BookingVoided(body.oneOf(Answer.VoidStatus.class, "status"));
  }

  static Answer tracked(Fields body) {
    return new Answer.Tracked(body.list("events", CarrierReader::scan));
  }

  private static Rate rate(Fields fields, String carrier) {
    return new Rate(
        carrier,
        fields.id("rateId"),
        fields.text("service"),
        fields.money("price"),
        fields.optionalCount("estimatedDays", 0),
        fields.optionalDate("deliveryDate"),
        Boolean.TRUE.equals(fields.optionalFlag("deliveryDateGuaranteed")),
        fields.optionalInstant("validUntil"));
  }

  private static Label label(Fields fields) {
    String format = fields.text("format");
    if (!LABEL_FORMATS.contains(format)) {
      throw new Garbage(fields.where() + "format is none of " + LABEL_FORMATS);
    }
    return new Label(fields.text("url"), format);
  }

  private static Scan scan(Fields fields) {
    Fields place = fields.optionalObject("location");
    return new Scan(
        fields.id("trackingEventId"),
        trackingStatus(fields.text("status")),
        fields.instant("occurredAt"),
        fields.optionalText("description"),
        place == null ? null : place(place),
        fields.optionalInstant("estimatedDeliveryDate"),
        fields.optionalText("signedBy"));
  }

  private static Scan.Place place(Fields fields) {
    return new Scan.Place(
        fields.optionalText("city"),
        fields.optionalText("countryCode"),
        fields.optionalText("unLocode"));
  }

  /** A status that carriers will invent tomorrow must not hide the scans beside it. */
  private static TrackingStatus trackingStatus(String name) {
    return Arrays.stream(TrackingStatus.values())
        .filter(status -> status.name().equals(name))
        .findFirst()
        .orElse(TrackingStatus.UNKNOWN);
  }
}
