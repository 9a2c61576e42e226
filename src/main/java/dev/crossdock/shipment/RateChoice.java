package dev.crossdock.shipment;

import dev.crossdock.order.ShipmentPlan;
import dev.crossdock.partner.Rate;
import dev.crossdock.trade.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which rates will do, and which of them is best: the cheapest, then the soonest. */
final class RateChoice {
  private static final Comparator<Rate> BEST_FIRST =
      Comparator.comparing((Rate rate) -> rate.price().amount())
          .thenComparing(RateChoice::days)
          .thenComparing(Rate::carrier)
          .thenComparing(Rate::rateId);

  private RateChoice() {}

  /** The rates that keep to the plan's limits, best first. */
  static List<Rate> candidates(ShipmentPlan plan, List<Rate> rates, Instant now) {
    return rates.stream()
        .filter(rate -> rate.price().currency().equals(plan.amount().currency()))
        .filter(rate -> isCheapEnough(rate, plan.maxCost()))
        .filter(rate -> isSoonEnough(rate, plan.deliverBy(), now))
        .sorted(BEST_FIRST)
        .toList();
  }

  private static boolean isCheapEnough(Rate rate, @Nullable Money maxCost) {
    return maxCost == null || !rate.price().exceeds(maxCost);
  }

  /** A rate that does not say when it arrives cannot keep a promised day. */
  private static boolean isSoonEnough(Rate rate, @Nullable LocalDate deliverBy, Instant now) {
    if (deliverBy == null) {
      return true;
    }
    LocalDate arrives = arrives(rate, now);
    return arrives != null && !arrives.isAfter(deliverBy);
  }

  private static @Nullable LocalDate arrives(Rate rate, Instant now) {
    if (rate.deliveryDate() != null || rate.estimatedDays() == null) {
      return rate.deliveryDate();
    }
    return now.atZone(ZoneOffset.UTC).toLocalDate().plusDays(rate.estimatedDays());
  }

  private static int days(Rate rate) {
    return rate.estimatedDays() == null ? Integer.MAX_VALUE : rate.estimatedDays();
  }
}
