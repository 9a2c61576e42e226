package dev.crossdock.partner;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One thing a carrier says happened to a parcel.
 *
 * @param id the carrier's name for it: the same scan told twice has the same one
 */
public record Scan(
    String id,
    TrackingStatus status,
    Instant occurredAt,
    @Nullable String description,
    @Nullable Place place,
    @Nullable Instant estimatedDelivery,
    @Nullable String signedBy) {

  /**
   * Where it happened, as far as the carrier says.
   *
   * @param unLocode UN/LOCODE
   */
  public record Place(
      @Nullable String city, @Nullable String countryCode, @Nullable String unLocode) {}
}
