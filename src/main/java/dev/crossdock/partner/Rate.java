package dev.crossdock.partner;

import dev.crossdock.trade.Money;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a carrier would carry a shipment for.
 *
 * @param carrier the carrier's name in configuration
 * @param rateId names the offer when it is booked
 * @param estimatedDays 0 or more
 * @param validUntil the offer ends here; for ever when absent
 */
public record Rate(
    String carrier,
    String rateId,
    String service,
    Money price,
    @Nullable Integer estimatedDays,
    @Nullable LocalDate deliveryDate,
    boolean guaranteed,
    @Nullable Instant validUntil) {}
