package dev.crossdock.order;

import dev.crossdock.trade.Money;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How the order is to travel.
 *
 * @param price what the customer pays for it
 * @param deliverBy no rate that arrives later is taken
 * @param maxCost no rate of a shipment above this is taken
 */
public record ShippingTerms(Money price, @Nullable LocalDate deliverBy, @Nullable Money maxCost) {}
