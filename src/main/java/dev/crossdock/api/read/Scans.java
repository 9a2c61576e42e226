package dev.crossdock.api.read;

import dev.crossdock.partner.Scan;
import dev.crossdock.partner.TrackingStatus;
import dev.crossdock.partner.Update;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads what a carrier calls back of where a parcel is. */
final class Scans {
  private static final int SCANS_MAX = 1000;
  private static final Rule REF = Rule.text(200);

  private Scans() {}

  static Optional<Update> read(Members told) {
    told.need("trackingCode", "events");
    String code = told.text("trackingCode", REF);
    List<Scan> scans = new ArrayList<>();
    for (Members event : told.objects("events", SCANS_MAX)) {
      Scan scan = scan(event);
      if (scan != null) {
        scans.add(scan);
      }
    }
    return code == null ? Optional.empty() : Optional.of(new Update.TrackingUpdated(code, scans));
  }

  private static @Nullable Scan scan(Members in) {
    in.need("trackingEventId", "status", "occurredAt");
    String id = in.text("trackingEventId", REF);
    TrackingStatus status = in.oneOf("status", TrackingStatus.class);
    Instant at = Times.instant(in, "occurredAt");
    String description = FreeText.read(in, "description");
    Scan.Place place = place(in.object("location"));
    Instant estimate = Times.instant(in, "estimatedDeliveryDate");
    String signedBy = FreeText.read(in, "signedBy");
    return id == null || status == null || at == null
        ? null
        : new Scan(id, status, at, description, place, estimate, signedBy);
  }

  private static Scan.@Nullable Place place(@Nullable Members in) {
    return in == null
        ? null
        : new Scan.Place(
            FreeText.read(in, "city"),
            FreeText.read(in, "countryCode"),
            FreeText.read(in, "unLocode"));
  }
}
